//! The mandate: who supervises, on what basis, which period, by whom.

use leptos::prelude::*;

use crate::domain::supervision::{Member, Supervision};
use crate::state::App;
use crate::ui::components::mandate::{period_words, resolution_words};
use crate::words::Lang;
use crate::words::catalogue::{forms, library as words};

/// The mandate.
#[component]
pub fn Mandate(
    /// Whose.
    supervision: Memo<Supervision>,
) -> impl IntoView {
    let app = App::get();
    let facts = move || {
        let supervision = supervision.get();
        let lang = app.lang();
        let province = supervision.province().map(str::to_owned);
        let facts = [
            (words::BODY, Some(supervision.body).filter(|body| !body.trim().is_empty())),
            (words::RESOLUTION, resolution_words(&supervision.resolution, lang)),
            (forms::PROVINCE, province),
            (words::PERIOD, period_words(supervision.period, lang)),
        ];
        let facts = facts.into_iter().filter_map(|(name, fact)| Some((name, fact?)));
        facts
            .map(|(name, fact)| {
                view! {
                    <div class="facts__fact">
                        <dt>{name.get(lang)}</dt>
                        <dd>{fact}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    let delegation = move || {
        let members = members_in_words(&supervision.read().delegation, app.lang());
        if members.is_empty() {
            return view! { {app.t(words::NO_DELEGATION)} }.into_any();
        }
        let members = members.into_iter().map(|member| view! { <li>{member}</li> });
        view! { <ul class="facts__members">{members.collect_view()}</ul> }.into_any()
    };
    view! {
        <dl class="facts">
            {facts}
            <div class="facts__fact">
                <dt>{move || app.t(words::DELEGATION)}</dt>
                <dd>{delegation}</dd>
            </div>
        </dl>
    }
}

/// The members by role, those of one role in the order of the record.
fn members_in_words(members: &[Member], lang: Lang) -> Vec<String> {
    let mut members: Vec<&Member> = members.iter().collect();
    members.sort_by_key(|member| member.role);
    let words = |member: &Member| {
        let role = member.role.label().get(lang);
        let who = [member.name.trim(), member.post.trim()];
        let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
        if who.is_empty() { role.to_owned() } else { format!("{role}: {}", who.join(", ")) }
    };
    members.into_iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::supervision::Role;

    #[test]
    fn the_head_comes_first_and_empty_names_are_left_out() {
        let member = |role, post: &str, name: &str| Member { role, post: post.to_owned(), name: name.to_owned() };
        let members = [
            member(Role::Member, "Ủy viên Ban Pháp chế", ""),
            member(Role::Head, "Phó Chủ tịch HĐND huyện", "Nguyễn Văn A"),
            member(Role::Secretary, "", ""),
        ];
        assert_eq!(
            members_in_words(&members, Lang::Vi),
            ["Trưởng đoàn: Nguyễn Văn A, Phó Chủ tịch HĐND huyện", "Thư ký", "Thành viên: Ủy viên Ban Pháp chế",]
        );
    }
}
