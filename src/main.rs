fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <h1>"Sổ Giám Sát"</h1> });
}
