//! No module uses, by whatever way, a module that uses it: neither in one file nor through what another one re-exports
//! (`use super::App`). A module and the children that it declares are one house and may know each other; between all others
//! the arrows have one direction.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::tidy::{is_test_file, rust_files, without_tests};

/// Modules that still stand in a circle: the app is a handle on all of its slices, and they are written on the app. None may
/// come to this list, and who leaves the circle leaves the list.
const STILL: [&str; 16] = [
    "state::app",
    "state::autosave",
    "state::calendar",
    "state::drafts",
    "state::figures_reading",
    "state::forms",
    "state::held",
    "state::incoming",
    "state::library",
    "state::open",
    "state::opening",
    "state::procedures",
    "state::reading",
    "state::references",
    "state::session",
    "state::typed_text",
];

/// A path in code, name by name.
type Steps = Vec<String>;

/// The name of the module in a file below `src`.
fn module_of(file: &Path) -> String {
    let steps: Vec<String> = file.with_extension("").iter().map(|step| step.to_string_lossy().into_owned()).collect();
    let steps = steps.strip_suffix(&["mod".to_owned()]).unwrap_or(&steps);
    steps.join("::")
}

/// The paths that a tree of imports names: `crate::a::{b, c::{self, d}}` is three.
fn paths_of(tree: &str, above: &[String]) -> Vec<Steps> {
    let steps = |text: &str| -> Steps {
        let text = text.split(" as ").next().unwrap();
        text.split("::").map(str::trim).filter(|step| !step.is_empty()).map(str::to_owned).collect()
    };
    let Some((before, inner)) = tree.split_once('{') else { return vec![[above, &steps(tree)].concat()] };
    let above = [above, &steps(before)].concat();
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut begin, mut found) = (0_usize, 0, Vec::new());
    for (at, letter) in inner.char_indices().chain([(inner.len(), ',')]) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let part = inner[begin..at].trim();
                if !part.is_empty() {
                    found.extend(paths_of(part, &above));
                }
                begin = at + 1;
            }
            _ => {}
        }
    }
    found
}

/// What a module names: its imports, what it re-exports, and the paths in its code.
struct Names {
    uses: Vec<Steps>,
    exports: Vec<Steps>,
}

fn names_in(text: &str) -> Names {
    let code: String = text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n");
    let (mut uses, mut exports, mut rest) = (Vec::new(), Vec::new(), String::new());
    for statement in code.split_inclusive(';') {
        let at = statement.rfind("\nuse ").map(|at| at + 1).or_else(|| statement.starts_with("use ").then_some(0));
        let public = ["pub use ", "pub(super) use ", "pub(crate) use "]
            .iter()
            .find_map(|words| Some(statement.rfind(words)? + words.len()));
        let public = public.or_else(|| {
            let begin = statement.rfind("pub(in ")?;
            Some(begin + statement[begin..].find(") use ")? + ") use ".len())
        });
        match (public, at) {
            (Some(begin), _) => exports.extend(paths_of(statement[begin..].trim_end_matches(';'), &[])),
            (None, Some(at)) => uses.extend(paths_of(statement[at + 4..].trim_end_matches(';'), &[])),
            (None, None) => rest.push_str(statement),
        }
    }
    for begin in ["crate::", "super::"] {
        let whole = |at: usize| !rest[..at].ends_with(|letter: char| letter.is_alphanumeric() || "_:".contains(letter));
        for (at, _) in rest.match_indices(begin).filter(|(at, _)| whole(*at)) {
            let end = rest[at..].find(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter));
            let path = &rest[at..end.map_or(rest.len(), |end| at + end)];
            uses.push(path.split("::").filter(|step| !step.is_empty()).map(str::to_owned).collect());
        }
    }
    Names { uses, exports }
}

struct House {
    modules: BTreeMap<String, Names>,
    /// What a module re-exports, by its name there: where it comes from.
    exports: BTreeMap<(String, String), String>,
}

impl House {
    fn read() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let is_room = |path: &PathBuf| path.components().count() > 1 && !path.starts_with("bin") && !is_test_file(path);
        let files = rust_files(&source).into_iter().map(|path| path.strip_prefix(&source).unwrap().to_owned());
        let modules: BTreeMap<String, Names> = files
            .filter(is_room)
            .map(|file| (module_of(&file), names_in(&without_tests(&fs::read_to_string(source.join(&file)).unwrap()))))
            .collect();
        let mut house = Self { modules, exports: BTreeMap::new() };
        for (module, names) in &house.modules {
            for path in &names.exports {
                // A re-export of a child begins with its name.
                let own = !["crate", "super", "self"].contains(&path[0].as_str());
                let path = if own { [vec!["self".to_owned()], path.clone()].concat() } else { path.clone() };
                if let Some((of, _)) = house.resolve(module, &path) {
                    house.exports.insert((module.clone(), path.last().unwrap().clone()), of);
                }
            }
        }
        house
    }

    /// The module that a path leads to, as far as modules go, and what it names there.
    fn resolve(&self, from: &str, path: &[String]) -> Option<(String, Option<String>)> {
        let above = path.iter().take_while(|step| *step == "super").count();
        let from: Vec<&str> = from.split("::").collect();
        let mut steps: Vec<&str> = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" => from,
            "super" => from[..from.len().checked_sub(above)?].to_vec(),
            _ => return None,
        };
        steps.extend(path[above.max(1)..].iter().map(String::as_str));
        let known = (1..=steps.len()).rev().find(|length| self.modules.contains_key(&steps[..*length].join("::")))?;
        Some((steps[..known].join("::"), steps.get(known).map(|name| (*name).to_owned())))
    }

    /// The modules that a module uses, with re-exports followed to where they come from.
    fn used_by(&self, module: &str) -> BTreeSet<String> {
        let origin = |path: &Steps| {
            let (mut of, name) = self.resolve(module, path)?;
            let mut seen = BTreeSet::new();
            while let Some(next) = name.as_ref().and_then(|name| self.exports.get(&(of.clone(), name.clone())))
                && seen.insert(of.clone())
            {
                of.clone_from(next);
            }
            Some(of)
        };
        self.modules[module].uses.iter().filter_map(origin).filter(|used| used != module).collect()
    }
}

/// Everything that can be reached from a module.
fn reached<'g>(graph: &'g BTreeMap<String, BTreeSet<String>>, from: &'g str) -> BTreeSet<&'g str> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        open.extend(graph[next].iter().map(String::as_str).filter(|used| found.insert(*used)));
    }
    found
}

#[test]
fn no_module_uses_one_that_uses_it() {
    let house = House::read();
    let graph: BTreeMap<String, BTreeSet<String>> =
        house.modules.keys().map(|module| (module.clone(), house.used_by(module))).collect();
    let arrows: usize = graph.values().map(BTreeSet::len).sum();
    assert!(graph.len() > 300 && arrows > 1_500, "{} modules with {arrows} arrows are not all", graph.len());
    let in_circles: Vec<&str> =
        graph.keys().map(String::as_str).filter(|module| reached(&graph, module).contains(module)).collect();
    assert_eq!(in_circles, STILL);
}

#[test]
fn a_tree_of_imports_is_read_path_by_path() {
    let found: Vec<String> =
        paths_of("crate::a::{self, b, c::{D as E, f::G}}", &[]).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["crate::a::self", "crate::a::b", "crate::a::c::D", "crate::a::c::f::G"]);
}
