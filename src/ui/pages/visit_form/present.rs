//! The people present, one a line.

/// The posts in a typed text, one a line.
pub fn present(typed: &str) -> Vec<String> {
    let posts = typed.lines().map(str::trim).filter(|post| !post.is_empty());
    posts.map(str::to_owned).collect()
}
