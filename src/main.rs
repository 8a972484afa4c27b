//! Starts the app in the page.

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(so_giam_sat::ui::app::Root);
    so_giam_sat::browser::page::remove_opening();
}
