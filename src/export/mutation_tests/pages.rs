//! Everything that pages, files and the store make of a supervision.

use std::sync::LazyLock;

use crate::domain::calendar::{OfficeHours, WorkingCalendar, due};
use crate::domain::dossier::Coverage;
use crate::domain::edit::{Change, Edit, apply};
use crate::domain::evidence::Evidence;
use crate::domain::figures::audit::audit;
use crate::domain::figures::computed::blanks;
use crate::domain::figures::{propose, ranking, scan};
use crate::domain::finding::findings;
use crate::domain::fixture::stamp;
use crate::domain::progress::summary;
use crate::domain::regime::LegalBases;
use crate::domain::score::score;
use crate::domain::supervision::Supervision;
use crate::domain::template::SampleOf;
use crate::export::csv::CsvForm;
use crate::export::csv_files;
use crate::export::file_name::Kind;
use crate::export::json::json;
use crate::report::ranking::{Among, bodies, ranking_table, stacked, stacks, subjects, trend};
use crate::report::{
    ApologyRequest, Material, VisitMaterial, apology_letter, coverage_of_units, coverage_tables, draw_words,
    lateness_charts,
};
use crate::storage::gate::{CheckedFile, read_calendar, read_file, read_legal_bases};
use crate::storage::import::{Effect, Preview};
use crate::storage::memory::{MemoryBackend, ready};
use crate::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};
use crate::storage::store::Store;
use crate::words::Lang;

static CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(|| {
    WorkingCalendar::new(&read_calendar(include_bytes!("../../../public/data/lich-nghi-1.json")).unwrap())
});

static BASES: LazyLock<LegalBases> =
    LazyLock::new(|| read_legal_bases(include_bytes!("../../../public/data/can-cu-phap-ly-1.json")).unwrap());

/// Opens what passed the gate on every page, exports it in every form, and takes the export back.
pub fn open_everything(file: CheckedFile) {
    let materials: Vec<VisitMaterial> = file
        .visits
        .iter()
        .map(|(visit, _)| {
            let template = file.templates.iter().find(|template| template.reference() == visit.template).unwrap();
            VisitMaterial::new(visit.clone(), template.clone(), Some(&CALENDAR))
        })
        .collect();
    let material = Material { supervision: &file.supervision, visits: &materials, legal: Some(&BASES) };
    for form in [CsvForm::Spreadsheet, CsvForm::Machine] {
        let kinds = Kind::TABLES.into_iter().chain([Kind::Dossiers, Kind::Discrepancies]).collect::<Vec<_>>();
        csv_files(&material, &kinds, &file.supervision.place, stamp().at.date_naive(), form);
    }
    for (_, coverage) in coverage_of_units(&material) {
        coverage_page(&coverage);
    }
    for material in &materials {
        visit_pages(&file.supervision, material);
    }
    comes_back(file);
}

fn coverage_page(coverage: &Coverage) {
    coverage_tables(coverage);
    lateness_charts(coverage);
}

fn visit_pages(supervision: &Supervision, material: &VisitMaterial) {
    let VisitMaterial { visit, template, evidence, .. } = material;
    let unit = supervision.unit(&visit.unit).unwrap();
    let card = score(template, visit, evidence, unit.level);
    card.placing(template);
    card.sections.iter().for_each(|section| drop(section.tally.score()));
    findings(template, visit, evidence, unit.level);
    summary(template, visit, evidence, unit.level).share();
    for (dossier, judged) in material.dossiers() {
        dossier.personal();
        if let Some((receipt, term)) = dossier.received.as_ref().zip(dossier.term.as_ref()) {
            let _ = due(receipt, term, &dossier.stops, &CALENDAR, &OfficeHours::default());
        }
        let request = ApologyRequest {
            dossier,
            judged,
            above: "",
            issuer: &unit.name,
            counter: "",
            number: "",
            place: &supervision.place,
            date: Some(visit.date),
            reason: "",
            new_date: None,
            signer_post: "",
        };
        let _ = apology_letter(&request, &BASES, &CALENDAR);
    }
    for drawn in &visit.draws {
        draw_words(&drawn.draw, SampleOf::Dossiers, Lang::Vi);
    }
    figures_pages(supervision, material);
}

fn figures_pages(supervision: &Supervision, material: &VisitMaterial) {
    let figures = &material.visit.figures;
    let units: Vec<&str> = supervision.units.iter().map(|unit| unit.name.as_str()).collect();
    audit(figures, &units);
    let tables: Vec<_> = figures.tables.iter().map(|(id, held)| (id, &held.value)).collect();
    for (id, table) in &tables {
        blanks(table);
        for indicator in &table.form.indicators {
            for among in [Among::Leaves, Among::Sections] {
                let subjects = subjects(id, table, indicator, among);
                let shares = subjects.into_iter().filter_map(|one| one.indicated.share().map(|share| (one, share)));
                let ranked = ranking::rank(shares, indicator.better);
                ranking_table(&ranked, &[], Default::default(), indicator.better);
            }
            bodies(&tables, &indicator.key);
            trend(&tables, &indicator.key);
        }
        stacks(&table.form).iter().for_each(|stack| drop(stacked(table, stack, Among::Leaves)));
    }
    for (id, held) in &figures.statements {
        scan::picks(&held.value.text);
        propose::within(id, &held.value);
        propose::against(id, &held.value, &tables);
    }
}

/// The file is imported, opened, worked on and exported; the export is what was imported, and passes the gate.
fn comes_back(file: CheckedFile) {
    let store = Store::new(MemoryBackend::default());
    let preview = ready(Preview::of(&store, file.clone(), Some(&CALENDAR))).unwrap();
    ready(preview.take(&store, &Default::default())).unwrap();
    let again = ready(Preview::of(&store, file.clone(), Some(&CALENDAR))).unwrap();
    assert!(!again.changes_anything() && again.supervision == Effect::Keeps);
    for (visit, _) in &file.visits {
        let opened = ready(store.visit_to_work_on(&visit.id)).unwrap();
        assert!(opened.is_some_and(|opened| opened.visit == *visit && opened.supervision.is_some()));
    }
    let bytes = json(&record(file.clone()));
    assert_eq!(read_file(&bytes), Ok(file.clone()));
    let mut worked = file;
    for (visit, history) in &mut worked.visits {
        let template = worked.templates.iter().find(|template| template.reference() == visit.template).unwrap();
        let Some(item) = template.items.first() else { continue };
        let edit = Edit::Note { item: item.code.clone(), text: "Đã xem".to_owned() };
        if apply(visit, template, edit.clone(), &stamp()).is_ok() {
            history.push(Change { revision: visit.revision, id: String::new(), stamp: stamp(), edit });
            Evidence::of(visit, template, Some(&CALENDAR));
        }
    }
    let bytes = json(&record(worked.clone()));
    assert_eq!(read_file(&bytes), Ok(worked));
}

fn record(file: CheckedFile) -> FileRecord {
    let visits = file.visits.into_iter().map(|(visit, history)| VisitRecord::from_visit(&visit, history));
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: file.supervision,
        templates: file.templates,
        visits: visits.collect(),
    }
}
