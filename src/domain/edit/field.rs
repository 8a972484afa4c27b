//! Records changed field by field: an edit that names one field leaves the others to whoever changes them meanwhile, and a
//! line of history holds what it changed and not the whole record.

use crate::domain::dossier::Seen;

/// One field of a record, with the value that it takes.
pub trait Field: Clone {
    /// What it is a field of.
    type Record;

    /// Writes the value into a record; gives the field with the value that it had.
    fn swap(self, record: &mut Self::Record) -> Self;

    /// The fields in which `after` differs from `before`, with their values in `after`.
    fn differences(before: &Self::Record, after: &Self::Record) -> Vec<Self>;

    /// What of the record it touches: from the largest to the smallest, once for each thing.
    fn paths(&self) -> Vec<Vec<String>>;

    /// Whether it is a part of a value that may be missing.
    fn is_part(&self) -> bool {
        false
    }

    /// Whether the record has what it is a part of.
    fn fits(&self, _: &Self::Record) -> bool {
        true
    }
}

/// Writes fields one after the other; gives those that undo them.
pub(super) fn swap_all<F: Field>(record: &mut F::Record, fields: Vec<F>) -> Vec<F> {
    let mut before: Vec<F> = fields.into_iter().map(|field| field.swap(record)).collect();
    before.reverse();
    before
}

/// The record `now`, with what was made of it between `before` and `after`: a form that was opened on `before` changes what
/// was typed into it, and no field that someone else changed meanwhile.
pub fn carry_over<F: Field>(before: &F::Record, after: &F::Record, mut now: F::Record) -> F::Record {
    swap_all(&mut now, F::differences(before, after));
    now
}

/// Whether each field, after those before it, has what it is a part of.
pub(super) fn fit<F: Field>(record: &F::Record, fields: &[F]) -> bool
where
    F::Record: Clone,
{
    if !fields.iter().any(Field::is_part) {
        return true;
    }
    let mut record = record.clone();
    fields.iter().all(|field| {
        let fits = field.fits(&record);
        field.clone().swap(&mut record);
        fits
    })
}

/// Declares the fields of a record, each with the variant that names it. Under `parts` stand fields of a value that may be
/// missing: they are named where it is there before and after, and the whole value where it comes or goes.
macro_rules! fields {
    (
        $(#[$about:meta])* $name:ident of $record:ty {
            $($(#[$doc:meta])* $variant:ident($($field:ident).+: $type:ty),)+
        }
        $(parts {
            $($(#[$part_doc:meta])* $part:ident($part_type:ty) of $whole:ident($whole_field:ident: $whole_type:ty),)+
        })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$doc])* $variant($type),)+
            $($(
                #[doc = concat!("The whole of `", stringify!($whole_field), "`, where it comes or goes.")]
                $whole($whole_type),
                $(#[$part_doc])* $part($part_type),
            )+)?
        }

        impl Field for $name {
            type Record = $record;

            fn swap(self, record: &mut $record) -> Self {
                match self {
                    $(Self::$variant(value) => Self::$variant(std::mem::replace(&mut record.$($field).+, value)),)+
                    $($(
                        Self::$whole(value) => Self::$whole(std::mem::replace(&mut record.$whole_field, value)),
                        Self::$part(part) => match $crate::domain::edit::field::Whole::get_mut(&mut record.$whole_field) {
                            Some(whole) => Self::$part(part.swap(whole)),
                            None => Self::$whole(record.$whole_field.clone()),
                        },
                    )+)?
                }
            }

            fn differences(before: &$record, after: &$record) -> Vec<Self> {
                let mut fields = Vec::new();
                $(if before.$($field).+ != after.$($field).+ {
                    fields.push(Self::$variant(after.$($field).+.clone()));
                })+
                $($(match ($crate::domain::edit::field::Whole::get(&before.$whole_field), $crate::domain::edit::field::Whole::get(&after.$whole_field)) {
                    (Some(before), Some(after)) => {
                        fields.extend(<$part_type>::differences(before, after).into_iter().map(Self::$part));
                    }
                    _ if before.$whole_field != after.$whole_field => {
                        fields.push(Self::$whole(after.$whole_field.clone()));
                    }
                    _ => {}
                })+)?
                fields
            }

            fn paths(&self) -> Vec<Vec<String>> {
                match self {
                    $(Self::$variant(_) => vec![vec![stringify!($variant).to_owned()]],)+
                    $($(
                        Self::$whole(_) => vec![vec![stringify!($whole).to_owned()]],
                        Self::$part(part) => {
                            let below = |path: Vec<String>| {
                                [stringify!($whole).to_owned()].into_iter().chain(path).collect()
                            };
                            part.paths().into_iter().map(below).collect()
                        }
                    )+)?
                }
            }

            $(
                fn is_part(&self) -> bool {
                    matches!(self, $(Self::$part(_))|+)
                }

                fn fits(&self, record: &$record) -> bool {
                    match self {
                        $(Self::$part(_) => $crate::domain::edit::field::Whole::get(&record.$whole_field).is_some(),)+
                        _ => true,
                    }
                }
            )?
        }
    };
}

/// A value that may be missing.
pub(super) trait Whole {
    type Is;

    fn get(&self) -> Option<&Self::Is>;

    fn get_mut(&mut self) -> Option<&mut Self::Is>;
}

impl<T> Whole for Option<T> {
    type Is = T;

    fn get(&self) -> Option<&T> {
        self.as_ref()
    }

    fn get_mut(&mut self) -> Option<&mut T> {
        self.as_mut()
    }
}

impl<T> Whole for Seen<T> {
    type Is = T;

    fn get(&self) -> Option<&T> {
        self.is()
    }

    fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::NotLookedAt => None,
        }
    }
}

pub(super) use fields;

#[cfg(test)]
mod tests {
    use crate::domain::dossier::{Dossier, Letter};
    use crate::domain::edit::DossierField;

    use super::*;

    #[test]
    fn a_part_of_a_letter_leaves_the_other_parts_alone() {
        let letter = |number: &str, by: &str| Dossier {
            apology: Seen::Is(Letter { number: number.to_owned(), signed_by: by.to_owned(), ..Letter::default() }),
            ..Dossier::default()
        };
        let joined = carry_over::<DossierField>(&letter("1", ""), &letter("2", ""), letter("1", "Chủ tịch"));
        assert_eq!(joined, letter("2", "Chủ tịch"));
        let gone = Dossier { apology: Seen::Absent, ..Dossier::default() };
        assert!(!fit(&gone, &DossierField::differences(&letter("1", ""), &letter("2", ""))));
    }
}
