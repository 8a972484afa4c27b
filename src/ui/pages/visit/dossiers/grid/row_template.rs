//! The blank cells of a row of the grid, from which rows are copied.

use leptos::prelude::*;
use web_sys::{Element, Node};

use crate::ui::pages::visit::dom::{all, set};

use super::column::{Column, Editor};

/// The blank cells of a row. What stands in a cell is written into its first node, so that a field over it stays.
pub(super) fn row_template() -> Option<Node> {
    let sheet: Node = document().create_document_fragment().into();
    for column in Column::ALL {
        let cell = child(&sheet, "div", "grid__cell")?;
        set(&cell, "role", Some("gridcell"));
        set(&cell, "tabindex", Some("-1"));
        set(&cell, "data-column", Some(column.key()));
        set(&cell, "aria-readonly", (column.editor() == Editor::None).then_some("true"));
        match column {
            Column::Code => {
                child(&cell, "span", "grid__text")?;
                let open = child(&cell, "a", "grid__open")?;
                open.set_text_content(Some("↗"));
                set(&open, "tabindex", Some("-1"));
            }
            Column::Due => set(&child(&cell, "a", "grid__due")?, "tabindex", Some("-1")),
            Column::Wrong => {}
            _ => drop(cell.append_child(&document().create_text_node("")).ok()?),
        }
    }
    Some(sheet)
}

/// A new element at the end of another. It throws only for a name that is none.
pub(super) fn child(parent: &Node, name: &str, class: &str) -> Option<Element> {
    let child = document().create_element(name).ok()?;
    child.set_class_name(class);
    parent.append_child(&child).ok()?;
    Some(child)
}

/// Puts blank cells into a row, whose links lead to the form.
pub(super) fn instantiate(row_template: Option<&Node>, row: &Element, href: &str) {
    let cells = row_template.and_then(|template| template.clone_node_with_deep(true).ok());
    if cells.is_some_and(|cells| row.append_child(&cells).is_ok()) {
        for link in all::<Element>(row, "a") {
            set(&link, "href", Some(href));
        }
    }
}
