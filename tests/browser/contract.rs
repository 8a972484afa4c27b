//! The contract of the storage room, on both backends.

macro_rules! in_a_browser {
    ($($room:ident { $($case:ident,)* })*) => {
        mod memory {
            $(mod $room {
                $(#[wasm_bindgen_test::wasm_bindgen_test]
                async fn $case() {
                    let backend = so_giam_sat::storage::memory::MemoryBackend::default();
                    so_giam_sat::storage::contract::$room::$case(backend).await;
                })*
            })*
        }

        mod indexed_db {
            $(mod $room {
                $(#[wasm_bindgen_test::wasm_bindgen_test]
                async fn $case() {
                    let backend = crate::tricks::fresh().await;
                    so_giam_sat::storage::contract::$room::$case(backend).await;
                })*
            })*
        }
    };
}

so_giam_sat::storage_contract!(in_a_browser);
