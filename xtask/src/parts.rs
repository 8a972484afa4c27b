//! Cuts the app's module into the part that every page needs and those that are fetched when one first goes there
//! (`src/ui/parts`). wasm-split reads from the linker's notes what refers to what; wasm-bindgen then binds the main part
//! alone, and the loader that wasm-split wrote becomes part of its glue. Every file is named by its content, and the glue
//! names the parts, so that no page ever loads a part of another version.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::places::PLACES;
use crate::run::{Outcome, run, say};
use crate::setup::{TARGET, Tools, cache};
use crate::shell;

/// The folder of the parts, which are no part of the first load.
const FOLDER: &str = "parts";

/// The name of the loader's file, as wasm-split chooses it.
const LOADER: &str = "./__wasm_split.js";

const PART_LOADING: &str = include_str!("part.js");

/// The files that start the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct App {
    /// The path of the main part.
    pub wasm: String,
    /// The path of its glue.
    pub glue: String,
    /// The files that each place needs beside them, as the page lists them.
    pub parts: String,
}

/// Puts the app, cut into parts, in the place of what Trunk made of its module.
pub fn cut(tools: &Tools, folder: &Path) -> Outcome<App> {
    say("cutting the app into parts");
    for path in shell::files_of(folder)?.iter().filter(|path| path.starts_with("so-giam-sat-")) {
        shell::remove(&folder.join(path))?;
    }
    let work = folder.with_extension("cut");
    let cut = cut_in(tools, folder, &work);
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    }
    cut
}

fn cut_in(tools: &Tools, folder: &Path, work: &Path) -> Outcome<App> {
    let whole = cache().join("wasm").join(TARGET).join("release/so-giam-sat.wasm");
    run(tools.command("wasm-split-cli").arg(&whole).arg(work).args(["--out-name", "app"]))?;
    let mut names = BTreeMap::new();
    for file in shell::files_of(work)?.iter().filter(|file| file.ends_with(".wasm") && *file != "app.wasm") {
        let name = file.trim_end_matches(".wasm").trim_start_matches("split_");
        shell::shrink(&work.join(file))?;
        let named = format!("{FOLDER}/{name}-{}.wasm", shell::short_hash(&work.join(file))?);
        shell::put(&work.join(file), &folder.join(&named))?;
        names.insert(file.clone(), named);
    }
    let bound = work.join("bound");
    let mut bind = tools.command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle", "--out-name", "app"]);
    run(bind.arg("--out-dir").arg(&bound).arg(work.join("app.wasm")))?;
    let main = bound.join("app_bg.wasm");
    shell::shrink(&main)?;
    let bound_glue = number_names(&shell::read(&bound.join("app.js"))?, &main)?;
    let wasm = format!("app-{}_bg.wasm", shell::short_hash(&main)?);
    shell::put(&main, &folder.join(&wasm))?;
    let loader = shell::read(&work.join(LOADER))?;
    let glue = shell::squeeze_script(&join(&bound_glue, &loader, &names)?);
    let parts = list(&loader, &names)?;
    fs::write(bound.join("app.js"), &glue).map_err(|error| format!("{}: {error}", bound.display()))?;
    let named_glue = format!("app-{}.js", shell::short_hash(&bound.join("app.js"))?);
    shell::put(&bound.join("app.js"), &folder.join(&named_glue))?;
    Ok(App { wasm, glue: named_glue, parts })
}

/// Numbers what the glue and its module know each other by, in both. wasm-bindgen tells names apart by hashes, which cannot
/// be compressed: some hundreds of them stand in the first load twice. A number takes as many letters as the hash.
fn number_names(glue: &str, wasm: &Path) -> Outcome<String> {
    let failed = |error: std::io::Error| format!("{}: {error}", wasm.display());
    let mut bytes = fs::read(wasm).map_err(failed)?;
    let mut glue = glue.to_owned();
    for (number, hash) in hashes(&glue).into_iter().enumerate() {
        let numbered = format!("{number:016}");
        // The same bytes in either file are the same name: a hash of 64 bits is nothing else by chance.
        let places: Vec<usize> = bytes
            .windows(hash.len())
            .enumerate()
            .filter(|(_, found)| *found == hash.as_bytes())
            .map(|(at, _)| at)
            .collect();
        if !places.is_empty() && !glue.contains(&numbered) {
            places.iter().for_each(|at| bytes[*at..at + hash.len()].copy_from_slice(numbered.as_bytes()));
            glue = glue.replace(&hash, &numbered);
        }
    }
    fs::write(wasm, bytes).map_err(failed)?;
    Ok(glue)
}

/// The hashes at the end of names in the glue: sixteen digits after `_` or, in a mangled name, after `h`.
fn hashes(glue: &str) -> BTreeSet<String> {
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let words =
        glue.split(|letter| !is_word(letter)).filter(|word| word.starts_with("__wb") || word.starts_with("_ZN"));
    let pieces =
        words.flat_map(|word| word.split(['_', 'E'])).map(|piece| piece.rsplit('h').next().unwrap_or_default());
    let is_digit = |letter: char| letter.is_ascii_digit() || ('a'..='f').contains(&letter);
    pieces.filter(|piece| piece.len() == 16 && piece.chars().all(is_digit)).map(str::to_owned).collect()
}

/// What a place of the app needs, as the page lists it: `PLACES: FILES; …`, in the order of the table of places. The loader
/// says which files a part is made of, so that this is the same list as the one that it fetches.
fn list(loader: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    const SEAM: &str = "__wasm_split_load_";
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut at = None;
    for line in loader.lines() {
        let line = line.trim_start_matches("export ");
        if let Some((name, _)) = line.strip_prefix("const ").and_then(|line| line.split_once(" = ")) {
            if line.contains("makeLoad(") {
                at = Some(name);
            }
        } else if let Some((_, file)) = line.split_once("fetch(new URL(\"./") {
            let file = file.split('"').next().and_then(|file| names.get(file));
            let name = at.ok_or("the loader of parts fetches a file for no part")?;
            files.entry(name).or_default().push(file.ok_or_else(|| format!("{name} fetches an unknown file"))?);
        } else if let Some(needed) = line.strip_prefix(", [").zip(at).map(|(needed, name)| (name, needed)) {
            let (name, needed) = needed;
            let needed = needed.split(']').next().unwrap_or_default().split(", ").filter(|needed| !needed.is_empty());
            // The loader names each file before the parts that need it.
            let shared: Vec<&str> = needed.flat_map(|needed| files.get(needed).cloned().unwrap_or_default()).collect();
            files.entry(name).or_default().extend(shared);
        }
    }
    let mut clauses: Vec<(&str, Vec<&str>)> = Vec::new();
    for (place, part) in PLACES {
        match clauses.last_mut() {
            Some((last, places)) if *last == part => places.push(place),
            _ => clauses.push((part, vec![place])),
        }
    }
    let mut listed = Vec::new();
    for (part, places) in &clauses {
        let needed = files.get(format!("{SEAM}{part}").as_str()).filter(|needed| !needed.is_empty());
        let needed = needed.ok_or_else(|| format!("there is no part {part}"))?;
        listed.push(format!("{}: {}", places.join(" "), needed.join(" ")));
    }
    let is_placed = |name: &&str| clauses.iter().any(|(part, _)| name.strip_prefix(SEAM) == Some(part));
    match files.keys().filter(|name| name.starts_with(SEAM)).find(|name| !is_placed(name)) {
        Some(name) => Err(format!("no place needs {name}")),
        None => Ok(listed.join("; ")),
    }
}

/// The glue with the loader of the parts in it, in one file: no second request stands before the start, and neither file
/// has to name the other by its content. `names` says what became of each part.
fn join(glue: &str, loader: &str, names: &BTreeMap<String, String>) -> Outcome<String> {
    // One line for each function of the loader, all of the same module.
    let is_import = |line: &&str| line.starts_with("import * as ") && line.contains(LOADER);
    let imports: Vec<&str> = glue.lines().filter(is_import).collect();
    let (mut body, mut loaders) = (String::new(), Vec::new());
    // The first line imports the glue itself.
    for line in loader.lines().filter(|line| !line.starts_with("import ")) {
        let line = match line.strip_prefix("export const ") {
            Some(constant) => {
                loaders.extend(constant.split(' ').next());
                format!("const {constant}")
            }
            None => line.to_owned(),
        };
        body.push_str(&line);
        body.push('\n');
    }
    for (file, named) in names {
        let mention = format!("new URL(\"./{file}\", import.meta.url)");
        if !body.contains(&mention) {
            return Err(format!("the loader of parts does not fetch {file}"));
        }
        body = body.replace(&mention, &format!("new URL(\"./{named}\", import.meta.url)"));
    }
    let fetched = body.matches("WebAssembly.instantiateStreaming(").count();
    if loaders.is_empty() || fetched != names.len() {
        return Err(format!("the loader of parts fetches {fetched} files where there are {}", names.len()));
    }
    let body = body.replace("WebAssembly.instantiateStreaming(", "instantiatePart(");
    let body = body.replace("fetch(new URL(", "fetchPart(new URL(");
    let mut joined =
        format!("const partLoaders = (() => {{\n{PART_LOADING}{body}return {{ {} }};\n}})();\n", loaders.join(", "));
    let mut rest = glue.to_owned();
    for import in imports {
        let object = import.trim_start_matches("import * as ").split(' ').next().unwrap_or_default();
        joined.push_str(&format!("const {object} = partLoaders;\n"));
        rest = rest.replacen(&format!("{import}\n"), "", 1);
    }
    if rest.len() == glue.len() {
        return Err("the glue imports no loader of parts".to_owned());
    }
    Ok(joined + &rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/* glue */\nimport * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nexport { initSync };\n";
    const LOADER_TEXT: &str = "import { initSync } from \"./app.js\";\nconst __chunk_1 = () => fetch(new URL(\"./chunk_1.wasm\", import.meta.url)).then((src) => WebAssembly.instantiateStreaming(src));\nexport const __wasm_split_load_visits = wrap(__chunk_1);\nexport const __wasm_split_load_tools = wrap(__chunk_1);\n";

    fn names(file: &str) -> BTreeMap<String, String> {
        BTreeMap::from([(file.to_owned(), "parts/chunk_1-00ff.wasm".to_owned())])
    }

    #[test]
    fn the_loader_stands_in_the_glue_and_names_each_part_by_its_content() {
        let joined = join(GLUE, LOADER_TEXT, &names("chunk_1.wasm")).unwrap();
        assert!(!joined.contains("import * as") && !joined.contains("import {") && !joined.contains("export const"));
        assert!(joined.contains("return { __wasm_split_load_visits, __wasm_split_load_tools };"));
        assert!(joined.contains("const import1 = partLoaders;\nconst import2 = partLoaders;\n"));
        assert!(joined.contains("new URL(\"./parts/chunk_1-00ff.wasm\", import.meta.url)"));
        assert!(joined.contains("=> instantiatePart(src)") && joined.contains("=> fetchPart(new URL("));
        assert!(joined.ends_with("/* glue */\nexport { initSync };\n"));
    }

    /// A loader as wasm-split writes it: the file of each name, with those that it needs.
    fn loader(files: &[(&str, &str, &str)]) -> String {
        let load = |(name, file, needed): &(&str, &str, &str)| {
            format!(
                "const {name} = makeLoad(() => {{\n    const src = fetch(new URL(\"./{file}\", import.meta.url));\n}}\n, [{needed}]);\n"
            )
        };
        files.iter().map(load).collect()
    }

    #[test]
    fn the_page_lists_every_file_that_the_loader_fetches_for_a_place() {
        let mut files = vec![("__chunk_1", "chunk_1.wasm", ""), ("__chunk_2", "chunk_2.wasm", "")];
        files.push(("__wasm_split_load_visits", "split_visits.wasm", "__chunk_1, __chunk_2"));
        files.push(("__wasm_split_load_samples", "split_samples.wasm", "__chunk_1"));
        files.push(("__wasm_split_load_figures", "split_figures.wasm", "__chunk_2"));
        files.push(("__wasm_split_load_tools", "split_tools.wasm", ""));
        let names = files.iter().map(|(_, file, _)| ((*file).to_owned(), format!("parts/{file}"))).collect();
        let listed = list(&loader(&files), &names).unwrap();
        let clauses: Vec<&str> = listed.split("; ").collect();
        assert_eq!(clauses.len(), 4);
        assert!(clauses[0].ends_with("giam-sat/*/tong-hop: parts/split_samples.wasm parts/chunk_1.wasm"), "{listed}");
        assert_eq!(clauses[2], "buoi giam-sat: parts/split_visits.wasm parts/chunk_1.wasm parts/chunk_2.wasm");
        files.push(("__wasm_split_load_other", "split_tools.wasm", ""));
        assert!(list(&loader(&files), &names).is_err(), "a part that no place needs");
        files.truncate(5);
        assert!(list(&loader(&files), &names).is_err(), "a place without its part");
    }

    #[test]
    fn names_with_hashes_are_numbered_in_the_glue_and_in_its_module() {
        let glue = "__wbg_now_0123456789abcdef: () => 1,\nwasm._ZN6invoke17hfedcba9876543210E(0);\n__wbg_lost_00000000deadbeef: 2, __wbg_set_x: 3";
        let wasm = std::env::temp_dir().join(format!("so-giam-sat-names-{}", std::process::id()));
        fs::write(&wasm, b"\0__wbg_now_0123456789abcdef\0_ZN6invoke17hfedcba9876543210E\0").unwrap();
        let numbered = number_names(glue, &wasm).unwrap();
        let expected = "__wbg_now_0000000000000001: () => 1,\nwasm._ZN6invoke17h0000000000000002E(0);\n__wbg_lost_00000000deadbeef: 2, __wbg_set_x: 3";
        assert_eq!(numbered, expected, "what is not in the module keeps its name");
        assert_eq!(fs::read(&wasm).unwrap(), b"\0__wbg_now_0000000000000001\0_ZN6invoke17h0000000000000002E\0");
        fs::remove_file(wasm).unwrap();
    }

    #[test]
    fn a_loader_or_a_glue_that_looks_otherwise_is_refused() {
        assert!(join("no import\n", LOADER_TEXT, &names("chunk_1.wasm")).is_err());
        assert!(join(GLUE, LOADER_TEXT, &names("chunk_2.wasm")).is_err());
        assert!(join(GLUE, "export const a = b;\n", &names("chunk_1.wasm")).is_err());
        assert!(join(GLUE, LOADER_TEXT, &BTreeMap::new()).is_err());
    }
}
