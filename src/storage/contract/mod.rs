//! What every backend must do, as cases that run on each of them, and what the store must do over it.
//!
//! A case takes a fresh, empty backend and panics where a promise is broken. The list of cases stands once, in
//! [`storage_contract`](crate::storage_contract): it hands them all to a macro that makes a test of each. The crate's
//! own tests run them on the backend in memory; `tests/browser` runs them on both backends in a browser.
//!
//! The suite is compiled for tests only. The crate's own tests see it by themselves; tests outside the crate turn on
//! the cargo feature `contract`. Nothing of it is in the app.

pub mod rows;

pub mod bin;
pub mod drafts;
pub mod imports;
pub mod records;
pub mod references;

mod sample;

/// Hands every case of the contract to the macro of this name, as `room { case, … }`; a case is called as
/// `storage::contract::room::case(backend)`, and is a future.
#[macro_export]
macro_rules! storage_contract {
    ($tests:ident) => {
        $tests! {
            rows {
                a_new_database_is_empty,
                rows_come_back_in_key_order,
                a_prefix_reads_its_rows_and_no_neighbours,
                a_put_replaces,
                a_key_in_two_tables_is_two_rows,
                one_read_answers_every_range_in_order,
                a_deleted_key_leaves_its_neighbours,
                a_deleted_prefix_leaves_its_neighbours,
                a_deleted_empty_prefix_is_the_whole_table,
                operations_happen_in_order,
                an_empty_batch_is_fine,
                a_met_expectation_lets_the_batch_happen,
                an_expectation_is_of_what_was_before_the_batch,
                a_failed_expectation_stops_the_whole_batch,
                an_expectation_alone_is_checked,
                the_conflict_names_the_first_key_that_differs,
                texts_come_back_as_they_were,
                five_thousand_rows_go_in_one_batch,
            }
            records {
                a_supervision_is_kept_and_listed,
                a_stale_supervision_is_refused,
                a_supervision_takes_the_summaries_along_that_follow_from_it,
                a_visit_opens_as_it_was_begun,
                a_visit_begins_once,
                a_visit_opens_after_every_commit,
                a_commit_may_leap_over_a_snapshot,
                a_stale_commit_changes_nothing,
                summaries_are_of_one_supervision_or_all,
                an_import_replaces_the_visit_and_its_history,
                an_import_is_refused_once_what_was_seen_has_moved,
                an_import_of_something_new_expects_it_to_be_absent,
                a_broken_record_is_kept_and_listed,
                a_broken_change_is_named,
                what_a_page_wrote_down_is_found_with_its_visit,
                a_visit_comes_with_its_supervision,
                a_lost_template_is_named,
            }
            bin {
                a_deleted_visit_leaves_the_others_and_waits_in_the_bin,
                a_deleted_supervision_takes_its_visits_and_no_others,
                what_is_restored_is_as_it_was,
                what_was_deleted_past_the_bin_is_gone,
                a_visit_comes_back_only_to_its_unit,
                a_supervision_that_came_meanwhile_stays_or_gives_way,
                a_visit_that_belongs_elsewhere_meanwhile_stays,
                a_template_that_differs_meanwhile_refuses_the_restoring,
                what_cannot_be_read_is_deleted_and_comes_back_as_it_is,
                a_broken_entry_is_listed_apart_and_comes_back,
                an_entry_goes_after_thirty_days_and_not_before,
                what_is_emptied_is_gone_and_the_others_stay,
                drafts_go_with_what_is_gone_for_good,
            }
            imports {
                a_preview_says_what_an_import_would_do,
                an_import_that_leaves_a_visit_without_its_unit_is_refused,
                an_import_takes_other_visits_short_forms_along,
                an_import_replaces_a_visit_that_cannot_be_read,
            }
            drafts {
                a_text_that_cannot_be_read_is_found_with_its_visit,
                a_draft_comes_back_as_it_was_typed,
                the_later_draft_counts,
                drafts_are_listed_by_how_their_keys_begin,
                a_discarded_draft_leaves_the_others,
                a_draft_that_cannot_be_read_stops_nothing,
                a_stored_record_takes_its_draft_along,
                a_refused_record_leaves_its_draft,
            }
            references {
                a_reference_is_kept_with_who_and_when,
                a_stale_reference_is_refused_even_after_a_deletion,
                a_reference_that_cannot_be_read_is_kept_and_can_be_dropped_and_put_back,
                a_reference_of_a_newer_layout_or_of_another_place_is_not_taken,
                procedure_lists_are_listed_in_short_and_opened_whole,
                a_version_of_a_procedure_list_never_changes,
                a_deleted_procedure_list_leaves_the_others_and_its_version_is_not_used_again,
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::storage::memory::{MemoryBackend, ready};

    macro_rules! in_memory {
        ($($room:ident { $($case:ident,)* })*) => {
            $(mod $room {
                $(#[test]
                fn $case() {
                    super::ready(crate::storage::contract::$room::$case(super::MemoryBackend::default()));
                })*
            })*
        };
    }

    storage_contract!(in_memory);
}
