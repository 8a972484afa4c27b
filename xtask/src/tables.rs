//! Mends one slip of older wasm-opt versions: an exported table comes out as the export of the first table, whichever it
//! was. wasm-bindgen exports the table of JavaScript values by name, so its index can be put right.

use crate::run::Outcome;

/// The name under which wasm-bindgen exports the table of JavaScript values.
const EXPORT: &str = "__wbindgen_externrefs";

/// The type byte of a table of JavaScript values.
const EXTERNREF: u8 = 0x6f;

/// Points the export at the table of JavaScript values, in place. A module without that export is left alone.
pub fn mend(wasm: &mut [u8]) -> Outcome {
    let tables = section(wasm, 4)?.map(|start| table_types(wasm, start)).transpose()?.unwrap_or_default();
    let Some(start) = section(wasm, 7)? else { return Ok(()) };
    let Some(at) = export_index(wasm, start)? else { return Ok(()) };
    let wanted =
        tables.iter().position(|kind| *kind == EXTERNREF).ok_or("the wasm has no table of JavaScript values")?;
    let found = *wasm.get(at).ok_or_else(cut_off)?;
    if usize::from(found) == wanted {
        return Ok(());
    }
    // Both are below 128 and so one byte long: nothing moves.
    if 0x80 <= found || 0x80 <= wanted {
        return Err("the wasm has more tables than can be mended".to_owned());
    }
    wasm[at] = u8::try_from(wanted).map_err(|error| error.to_string())?;
    Ok(())
}

/// Where the content of a section begins.
fn section(wasm: &[u8], wanted: u8) -> Outcome<Option<usize>> {
    let mut at = 8;
    while at < wasm.len() {
        let kind = wasm[at];
        let (length, content) = number(wasm, at + 1)?;
        if kind == wanted {
            return Ok(Some(content));
        }
        at = content + length;
    }
    Ok(None)
}

/// The type of each table.
fn table_types(wasm: &[u8], start: usize) -> Outcome<Vec<u8>> {
    let (count, mut at) = number(wasm, start)?;
    let mut types = Vec::new();
    for _ in 0..count {
        types.push(*wasm.get(at).ok_or_else(cut_off)?);
        let (has_maximum, next) = number(wasm, at + 1)?;
        at = number(wasm, next)?.1;
        if has_maximum & 1 == 1 {
            at = number(wasm, at)?.1;
        }
    }
    Ok(types)
}

/// Where the index of the exported table stands, if it is exported.
fn export_index(wasm: &[u8], start: usize) -> Outcome<Option<usize>> {
    let (count, mut at) = number(wasm, start)?;
    for _ in 0..count {
        let (length, name) = number(wasm, at)?;
        let kind = name + length;
        if wasm.get(name..kind).ok_or_else(cut_off)? == EXPORT.as_bytes() && wasm.get(kind) == Some(&1) {
            return Ok(Some(kind + 1));
        }
        at = number(wasm, kind + 1)?.1;
    }
    Ok(None)
}

/// An unsigned LEB128 number, and where what follows it begins.
fn number(wasm: &[u8], mut at: usize) -> Outcome<(usize, usize)> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *wasm.get(at).ok_or_else(cut_off)?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok((value, at));
        }
        shift += 7;
        if shift > 28 {
            return Err("the wasm has a number that is too long".to_owned());
        }
    }
}

fn cut_off() -> String {
    "the wasm is cut off".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with a table of functions, a table of JavaScript values, and the export at this index.
    fn module(index: u8) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([4, 8, 2, 0x70, 1, 5, 5, EXTERNREF, 0, 4]);
        let name = EXPORT.as_bytes();
        let content = [&[1, u8::try_from(name.len()).unwrap()], name, &[1, index]].concat();
        wasm.extend([7, u8::try_from(content.len()).unwrap()]);
        wasm.extend(content);
        wasm
    }

    #[test]
    fn an_export_of_the_wrong_table_is_put_right() {
        let mut wasm = module(0);
        mend(&mut wasm).unwrap();
        assert_eq!(wasm, module(1));
    }

    #[test]
    fn what_is_right_or_has_no_such_export_is_left_alone() {
        for wasm in [module(1), b"\0asm\x01\0\0\0".to_vec()] {
            let mut mended = wasm.clone();
            mend(&mut mended).unwrap();
            assert_eq!(mended, wasm);
        }
    }

    #[test]
    fn a_module_that_is_cut_off_is_refused() {
        let wasm = module(0);
        assert!(mend(&mut wasm[..wasm.len() - 2].to_vec()).is_err());
    }
}
