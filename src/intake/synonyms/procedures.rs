//! Headings of reference lists of procedures.

use crate::intake::protocol::{DossierColumn, ProcedureColumn as P};

use super::{Names, dossiers, names};

/// What headings may say of a column of a list of procedures.
pub(super) fn names_of(column: P) -> Names {
    match column {
        P::Code => names(&[
            "ma thu tuc",
            "ma thu tuc hanh chinh",
            "ma tthc",
            "ma so tthc",
            "ma so thu tuc",
            "ma so",
            "ma so thu tuc hanh chinh",
            "so ho so tthc",
            "so ho so thu tuc hanh chinh",
            "ma",
            "ma csdl quoc gia",
        ]),
        P::Name => names(&[
            "ten thu tuc hanh chinh",
            "ten thu tuc",
            "ten tthc",
            "thu tuc hanh chinh",
            "thu tuc",
            "tthc",
            "ten dich vu cong",
            "danh muc thu tuc hanh chinh",
            "ten thu tuc hanh chinh noi bo",
            "ten",
        ]),
        P::Field => names(&["linh vuc", "ten linh vuc", "linh vuc tthc", "linh vuc thu tuc"]),
        P::Level => names(&[
            "cap giai quyet",
            "cap thuc hien",
            "cap",
            "tham quyen",
            "cap hanh chinh",
            "tham quyen giai quyet",
            "cap tham quyen",
            "co quan thuc hien",
            "co quan giai quyet",
            "don vi thuc hien",
        ]),
        P::DecisionNumber => Names {
            whole: &[
                "so quyet dinh cong bo",
                "so quyet dinh",
                "quyet dinh cong bo",
                "quyet dinh",
                "qd cong bo",
                "so qd",
                "so ngay quyet dinh cong bo",
                "so ky hieu quyet dinh",
                "van ban cong bo",
            ],
            under: &[
                ("quyet dinh", &["so", "so hieu", "so ky hieu", "so quyet dinh", "so ngay"]),
                ("qd cong bo", &["so", "so hieu"]),
            ],
        },
        P::DecisionDate => Names {
            whole: &[
                "ngay quyet dinh cong bo",
                "ngay quyet dinh",
                "ngay ban hanh",
                "ngay ban hanh quyet dinh",
                "ngay qd",
                "ngay cong bo",
                "ngay ky",
            ],
            under: &[
                ("quyet dinh", &["ngay", "ngay ban hanh", "ngay ky", "ngay thang"]),
                ("qd cong bo", &["ngay", "ngay ban hanh"]),
            ],
        },
        P::Term => dossiers::names_of(DossierColumn::Term),
        P::TermUnit => dossiers::names_of(DossierColumn::TermUnit),
        P::CutOff => dossiers::names_of(DossierColumn::CutOff),
        P::Fee => names(&[
            "phi va le phi",
            "phi le phi",
            "le phi",
            "phi",
            "muc phi",
            "muc phi le phi",
            "muc thu",
            "phi le phi neu co",
        ]),
        P::OnlineLevel => names(&[
            "muc do dich vu cong truc tuyen",
            "muc do dich vu cong",
            "muc do dvc",
            "muc do dvctt",
            "muc do",
            "dich vu cong truc tuyen",
            "dvctt",
            "muc do truc tuyen",
            "muc do cung cap dich vu cong truc tuyen",
            "loai dich vu cong",
        ]),
        P::ValidFrom => Names {
            whole: &[
                "hieu luc tu ngay",
                "hieu luc tu",
                "ngay co hieu luc",
                "ngay hieu luc",
                "co hieu luc tu",
                "co hieu luc tu ngay",
                "ngay ap dung",
                "tu ngay",
            ],
            under: &[("hieu luc", &["tu", "tu ngay", "bat dau"])],
        },
        P::ValidTo => Names {
            whole: &[
                "hieu luc den het ngay",
                "hieu luc den ngay",
                "hieu luc den",
                "ngay het hieu luc",
                "het hieu luc",
                "ngay bai bo",
                "den ngay",
                "co hieu luc den",
            ],
            under: &[("hieu luc", &["den", "den ngay", "den het ngay", "ket thuc"])],
        },
    }
}
