//! Golden files for tests of what goes out.

use std::path::Path;

/// Holds bytes to the golden file of this name in `tests/golden`; writes it anew when `UPDATE_GOLDEN` is set.
pub fn stays_as_it_is(name: &str, bytes: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let path = folder.join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let golden = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(golden == bytes, "{name} differs; look, then set UPDATE_GOLDEN=1");
}
