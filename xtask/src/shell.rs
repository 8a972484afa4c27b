//! Turns what Trunk built into the app that ships: a smaller wasm, one style sheet, a page without inline scripts whose
//! Content-Security-Policy allows only files of its own, and a service worker that lists every file with its hash.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::parts::App;
use crate::run::{Outcome, find, run, say};
use crate::tables;

/// The features that rustc emits for wasm32: `--all-features` would make a module that browsers refuse.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How wasm-opt makes a module smaller: once as it comes, then with its control flow written anew, twice. The first kilobyte
/// of memory is the far end of the stack, which nothing points into.
const SHRINKING: [&str; 6] = ["--low-memory-unused", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];

const WORKER: &str = include_str!("sw.js");

/// The folder of the reader, and the name that Trunk gives its files.
const READER: &str = "reader/reader";

const READER_MESSAGES: &str = include_str!("reader.js");

/// Finishes a folder that Trunk built, in place. The app in it has been cut into its parts already.
pub fn finish(folder: &Path, app: &App) -> Outcome {
    let page = read(&folder.join("index.html"))?;
    let style = merge_styles(folder, &page)?;
    let boot = folder.join("boot.js");
    write(&boot, &squeeze_script(&read(&boot)?))?;
    let boot = name_by_content(folder, "boot.js")?;
    let data = name_data(folder)?;
    let reader = write_reader(folder)?;
    let App { wasm, glue, parts } = app;
    let parts = Parts { wasm, glue, parts, style: &style, boot: &boot, reader: &reader, data: &data };
    let page = write_page(&page, &parts);
    seal(folder, &page)
}

/// Names a file by its content, so that a page never reads one of another version; gives back its new path.
fn name_by_content(folder: &Path, path: &str) -> Outcome<String> {
    let from = folder.join(path);
    let (stem, end) = path.rsplit_once('.').ok_or_else(|| format!("{path} has no ending"))?;
    let named = format!("{stem}-{}.{end}", short_hash(&from)?);
    put(&from, &folder.join(&named))?;
    Ok(named)
}

/// Names the data files by their content, and lists them as the page does: apart by spaces.
fn name_data(folder: &Path) -> Outcome<String> {
    let files = files_of(folder)?;
    let named = files.iter().filter(|path| path.starts_with("data/")).map(|path| name_by_content(folder, path));
    Ok(named.collect::<Outcome<Vec<String>>>()?.join(" "))
}

/// Writes the reader's worker: the glue of its module with what carries the messages, named by its content as the module
/// is, so that no page ever starts the reader of another version. Gives back the worker's path.
fn write_reader(folder: &Path) -> Outcome<String> {
    let (wasm, glue) = (folder.join(format!("{READER}_bg.wasm")), folder.join(format!("{READER}.js")));
    shrink(&wasm)?;
    let named_wasm = format!("{READER}-{}_bg.wasm", short_hash(&wasm)?);
    put(&wasm, &folder.join(&named_wasm))?;
    let file_name = named_wasm.rsplit('/').next().unwrap_or_default();
    let script = read(&glue)? + &READER_MESSAGES.replace("{{WASM}}", file_name);
    remove(&glue)?;
    let named_script = format!("{READER}-{}.js", &hex(&Sha256::digest(&script))[..16]);
    write(&folder.join(&named_script), &script)?;
    Ok(named_script)
}

/// Writes the page with the build's name in it, and the service worker that lists every file.
pub fn seal(folder: &Path, page: &str) -> Outcome {
    let unnamed = page.split_once(BUILD_NAME).map_or(page, |(before, _)| before);
    let mut build = Sha256::new();
    build.update(unnamed);
    build.update(WORKER);
    for path in files_of(folder)?.iter().filter(|path| !matches!(path.as_str(), "index.html" | "sw.js")) {
        build.update(path);
        build.update(hash(&folder.join(path))?);
    }
    let build = hex(&build.finalize())[..16].to_owned();
    let page = match page.split_once(BUILD_NAME) {
        Some((before, after)) => {
            let rest = after.split_once('"').map_or(after, |(_, rest)| rest);
            format!("{before}{BUILD_NAME}{build}\"{rest}")
        }
        None => return Err("the page has no place for the build's name".to_owned()),
    };
    write(&folder.join("index.html"), &page)?;
    let mut listed = String::from("{\n");
    for path in files_of(folder)?.iter().filter(|path| *path != "sw.js") {
        listed.push_str(&format!("  '{path}': '{}',\n", hex(&hash(&folder.join(path))?)));
    }
    listed.push('}');
    let worker = squeeze_script(WORKER).replace("{{BUILD}}", &build).replace("{{FILES}}", &listed);
    write(&folder.join("sw.js"), &worker)
}

const BUILD_NAME: &str = "<meta name=\"build\" content=\"";

struct Parts<'p> {
    wasm: &'p str,
    glue: &'p str,
    parts: &'p str,
    style: &'p str,
    boot: &'p str,
    reader: &'p str,
    data: &'p str,
}

/// What the page may do. Its scripts are files of its own and none stands in it: a host that rewrites the page, or sends a
/// policy of its own with it, does not stop them.
const POLICY: [&str; 11] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
];

/// The page: `boot.js`, which knows what starts the app, takes the place of Trunk's own loader and links.
fn write_page(page: &str, parts: &Parts) -> String {
    let Parts { wasm, glue, parts, style, boot, reader, data } = parts;
    let policy = POLICY.join("; ");
    let head = [
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        format!("{BUILD_NAME}\">"),
        format!("<meta name=\"reader\" content=\"./{reader}\">"),
        format!("<meta name=\"data\" content=\"{data}\">"),
        format!("<meta name=\"parts\" content=\"{parts}\">"),
        // Before the script, which takes what they began.
        format!("<link rel=\"modulepreload\" href=\"./{glue}\">"),
        format!("<link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"),
        format!("<script src=\"./{boot}\" data-glue=\"./{glue}\" data-wasm=\"./{wasm}\"></script>"),
        format!("<link rel=\"stylesheet\" href=\"./{style}\">"),
    ]
    .join("\n    ");
    let kept = without(page, "<script", "</script>");
    let kept = without_tags(&kept, &["rel=\"stylesheet\"", "rel=\"modulepreload\"", "rel=\"preload\""]);
    let lines: Vec<&str> = kept.lines().filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n").replacen("<meta charset=\"utf-8\">", &format!("<meta charset=\"utf-8\">\n    {head}"), 1) + "\n"
}

/// The text without every stretch from `from` to `to`.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        kept.push_str(before);
        rest = after.split_once(to).map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// The page without the links that carry one of these attributes.
fn without_tags(page: &str, marks: &[&str]) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some(at) = rest.find("<link") {
        let (before, tag) = rest.split_at(at);
        let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
        kept.push_str(before);
        if !marks.iter().any(|mark| tag.contains(mark)) {
            kept.push_str(tag);
        }
        rest = after;
    }
    kept + rest
}

/// One style sheet of those that the page links, in its order.
fn merge_styles(folder: &Path, page: &str) -> Outcome<String> {
    let mut merged = String::new();
    for tag in page.split("<link").skip(1).filter(|tag| tag.contains("rel=\"stylesheet\"")) {
        let href = tag.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(href, _)| href);
        let name = href.ok_or("a style sheet without an address")?.trim_start_matches("./").to_owned();
        merged.push_str(&squeeze(&read(&folder.join(&name))?));
        remove(&folder.join(&name))?;
    }
    let name = format!("style-{}.css", &hex(&Sha256::digest(&merged))[..16]);
    write(&folder.join(&name), &merged)?;
    Ok(name)
}

/// A style sheet without comments and indentation.
fn squeeze(style: &str) -> String {
    let style = without(style, "/*", "*/");
    let lines = style.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A script without its lines of comment and its indentation: no text in ours goes over a line, nor in the glue.
pub(crate) fn squeeze_script(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Makes a module as small as wasm-opt can, in place.
pub(crate) fn shrink(wasm: &Path) -> Outcome {
    if find("wasm-opt").is_none() {
        say("wasm-opt is not there: the wasm stays as the compiler left it");
        return Ok(());
    }
    let mut command = Command::new("wasm-opt");
    command.arg(wasm).args(SHRINKING).args(["--strip-debug", "--strip-producers"]).args(WASM_FEATURES);
    run(command.arg("-o").arg(wasm))?;
    let failed = |error: std::io::Error| format!("{}: {error}", wasm.display());
    let mut bytes = fs::read(wasm).map_err(failed)?;
    tables::mend(&mut bytes)?;
    fs::write(wasm, bytes).map_err(failed)
}

/// Every file below a folder, as sorted paths with `/`.
pub fn files_of(folder: &Path) -> Outcome<Vec<String>> {
    fn collect(folder: &Path, base: &Path, found: &mut Vec<String>) -> std::io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                collect(&path, base, found)?;
            } else if let Ok(path) = path.strip_prefix(base) {
                found.push(
                    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"),
                );
            }
        }
        Ok(())
    }
    let mut found = Vec::new();
    collect(folder, folder, &mut found).map_err(|error| format!("{}: {error}", folder.display()))?;
    found.sort();
    Ok(found)
}

/// What a file is named by: the beginning of its SHA-256.
pub(crate) fn short_hash(path: &Path) -> Outcome<String> {
    Ok(hex(&hash(path)?)[..16].to_owned())
}

fn hash(path: &Path) -> Outcome<Vec<u8>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Sha256::digest(bytes).to_vec())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &PathBuf, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// Moves a file, into a folder that may not be there yet.
pub(crate) fn put(from: &Path, to: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", to.display());
    to.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed)?;
    fs::rename(from, to).map_err(failed)
}

pub(crate) fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<html>\n  <head>\n    <meta charset=\"utf-8\">\n    <script src=\"boot.js\"></script>\n    <link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"x\"/>\n    <link rel=\"icon\" href=\"icons/icon.svg\">\n    <script type=\"module\">old()</script>\n    <link rel=\"preload\" href=\"./x_bg.wasm\">\n  </head>\n  <body></body>\n</html>\n";

    fn page() -> String {
        let (wasm, glue, style, boot, reader) = ("x_bg.wasm", "x.js", "style-1.css", "boot-1.js", "reader/reader-1.js");
        let parts = "buoi: parts/visits-1.wasm; lich: parts/tools-1.wasm";
        write_page(PAGE, &Parts { wasm, glue, parts, style, boot, reader, data: "data/a-1.json data/b-2.json" })
    }

    #[test]
    fn no_script_stands_in_the_page_and_the_policy_allows_nothing_unsafe() {
        let page = page();
        let scripts: Vec<&str> = page.split("<script").skip(1).collect();
        assert_eq!(scripts.len(), 1);
        assert!(
            scripts[0].starts_with(" src=\"./boot-1.js\" data-glue=\"./x.js\" data-wasm=\"./x_bg.wasm\"></script>")
        );
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"));
        assert!(page.find("Content-Security-Policy") < page.find("<script"));
        assert!(page.find("<meta name=\"parts\"") < page.find("<script"), "the script reads it as it runs");
    }

    #[test]
    fn a_page_whose_scripts_do_not_run_says_so_by_itself() {
        let source = include_str!("../../index.html");
        let (_, body) = source.split_once("<body>").unwrap();
        assert!(body.contains("Nếu dòng này không mất đi"), "the sentence stands in the page as plain HTML");
    }

    #[test]
    fn data_files_are_named_by_their_content_and_the_page_lists_them() {
        let folder = std::env::temp_dir().join(format!("so-giam-sat-data-{}", std::process::id()));
        fs::create_dir_all(folder.join("data")).unwrap();
        fs::write(folder.join("data/a-1.json"), "{}").unwrap();
        let first = name_data(&folder).unwrap();
        assert!(first.starts_with("data/a-1-") && first.len() == "data/a-1-0123456789abcdef.json".len(), "{first}");
        assert_eq!(files_of(&folder).unwrap(), std::slice::from_ref(&first));
        fs::write(folder.join("data/a-1.json"), "[]").unwrap();
        fs::remove_file(folder.join(&first)).unwrap();
        assert_ne!(name_data(&folder).unwrap(), first);
        fs::remove_dir_all(folder).unwrap();
        assert!(page().contains("<meta name=\"data\" content=\"data/a-1.json data/b-2.json\">"));
    }

    #[test]
    fn trunks_own_loader_and_links_are_gone_and_other_links_stay() {
        let page = page();
        assert!(!page.contains("old()") && !page.contains("integrity") && !page.contains("a-1.css"));
        assert!(page.contains("<link rel=\"icon\" href=\"icons/icon.svg\">"));
        assert_eq!(page.matches("rel=\"preload\"").count(), 1);
    }

    #[test]
    fn a_build_lists_every_file_and_is_named_by_what_is_in_it() {
        let folder = std::env::temp_dir().join(format!("so-giam-sat-seal-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons")).unwrap();
        fs::write(folder.join("x.js"), "1").unwrap();
        fs::write(folder.join("icons/icon.svg"), "<svg/>").unwrap();
        seal(&folder, &page()).unwrap();
        let build = |folder: &Path| {
            let page = fs::read_to_string(folder.join("index.html")).unwrap();
            let name = page.split_once(BUILD_NAME).unwrap().1.split_once('"').unwrap().0.to_owned();
            let worker = fs::read_to_string(folder.join("sw.js")).unwrap();
            assert!(worker.contains(&format!("BUILD = '{name}'")));
            for path in ["'index.html': '", "'x.js': '", "'icons/icon.svg': '"] {
                assert!(worker.contains(path), "{path} in {worker}");
            }
            assert!(!worker.contains("'sw.js'"));
            name
        };
        let first = build(&folder);
        seal(&folder, &fs::read_to_string(folder.join("index.html")).unwrap()).unwrap();
        assert_eq!(build(&folder), first);
        fs::write(folder.join("x.js"), "2").unwrap();
        seal(&folder, &fs::read_to_string(folder.join("index.html")).unwrap()).unwrap();
        assert_ne!(build(&folder), first);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_script_loses_lines_of_comment_and_indentation_only() {
        assert_eq!(
            squeeze_script("// why\n{\n  // this\n  go('// that'); // here\n}\n\n"),
            "{\ngo('// that'); // here\n}\n"
        );
        for script in [include_str!("../../public/boot.js"), WORKER] {
            let ticks = script
                .lines()
                .filter(|line| !line.trim().starts_with("//"))
                .find(|line| line.matches('`').count() % 2 == 1);
            assert_eq!(ticks, None, "a text that goes over a line would lose its indentation");
        }
    }

    #[test]
    fn a_style_sheet_loses_comments_and_indentation_only() {
        assert_eq!(squeeze("a {\n  /* why\n  */\n  color: red;\n}\n\n"), "a {\ncolor: red;\n}\n");
    }
}
