//! What reports count: the nouns that stand with figures, as data.

/// What a unit counts, for telling which figures may be of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Hồ sơ.
    Dossiers,
    /// Thủ tục hành chính, and the online services by which they are done.
    Procedures,
    /// Văn bản and other papers issued.
    Papers,
    /// Phiếu, ý kiến.
    Answers,
    /// Tài khoản, chữ ký số.
    Accounts,
    /// Máy tính and other equipment.
    Machines,
    /// People.
    People,
    /// Units: xã, cơ quan, đơn vị.
    Bodies,
    /// Điểm.
    Points,
    /// Money, in so many powers of ten of a đồng.
    Money(u8),
    /// Days.
    Days,
    /// A share in percent.
    Percent,
    /// Something else that is counted.
    Others,
}

impl Counted {
    /// Whether a noun of it that stands somewhere before a figure may be its unit. Others stand there for many reasons
    /// ("theo báo cáo, trên hệ thống"), so they must be the head of what is counted ("số văn bản … là").
    pub fn stands_before(self) -> bool {
        matches!(self, Self::Dossiers | Self::Procedures | Self::Answers | Self::Accounts)
    }
}

/// The nouns, folded and with spaces around commas, with what they count.
pub const NOUNS: &[(&str, Counted)] = &[
    ("%", Counted::Percent),
    ("phan tram", Counted::Percent),
    ("ho so", Counted::Dossiers),
    ("bo ho so", Counted::Dossiers),
    ("luot ho so", Counted::Dossiers),
    ("ho so tthc", Counted::Dossiers),
    ("ho so thu tuc hanh chinh", Counted::Dossiers),
    ("ho so dich vu cong", Counted::Dossiers),
    ("hs", Counted::Dossiers),
    ("truong hop", Counted::Dossiers),
    ("tthc", Counted::Procedures),
    ("thu tuc", Counted::Procedures),
    ("thu tuc hanh chinh", Counted::Procedures),
    ("dvc", Counted::Procedures),
    ("dvctt", Counted::Procedures),
    ("dich vu", Counted::Procedures),
    ("dich vu cong", Counted::Procedures),
    ("dich vu cong truc tuyen", Counted::Procedures),
    ("van ban", Counted::Papers),
    ("van ban xin loi", Counted::Papers),
    ("thu xin loi", Counted::Papers),
    ("phieu xin loi", Counted::Papers),
    ("quyet dinh", Counted::Papers),
    ("cong van", Counted::Papers),
    ("ke hoach", Counted::Papers),
    ("thong bao", Counted::Papers),
    ("bao cao", Counted::Papers),
    ("nghi quyet", Counted::Papers),
    ("to trinh", Counted::Papers),
    ("ban", Counted::Papers),
    ("quy trinh", Counted::Others),
    ("quy trinh noi bo", Counted::Others),
    ("phieu", Counted::Answers),
    ("phieu khao sat", Counted::Answers),
    ("phieu danh gia", Counted::Answers),
    ("y kien", Counted::Answers),
    ("phan anh", Counted::Answers),
    ("kien nghi", Counted::Answers),
    ("phan anh , kien nghi", Counted::Answers),
    ("luot danh gia", Counted::Answers),
    ("tai khoan", Counted::Accounts),
    ("chu ky so", Counted::Accounts),
    ("chung thu so", Counted::Accounts),
    ("may tinh", Counted::Machines),
    ("may vi tinh", Counted::Machines),
    ("may in", Counted::Machines),
    ("may scan", Counted::Machines),
    ("may", Counted::Machines),
    ("bo may tinh", Counted::Machines),
    ("thiet bi", Counted::Machines),
    ("bo", Counted::Machines),
    ("chiec", Counted::Machines),
    ("nguoi", Counted::People),
    ("nguoi dan", Counted::People),
    ("luot nguoi", Counted::People),
    ("ca nhan", Counted::People),
    ("to chuc", Counted::People),
    ("can bo", Counted::People),
    ("can bo cong chuc", Counted::People),
    ("can bo , cong chuc", Counted::People),
    ("can bo , cong chuc , vien chuc", Counted::People),
    ("cong chuc", Counted::People),
    ("vien chuc", Counted::People),
    ("dong chi", Counted::People),
    ("doanh nghiep", Counted::People),
    ("hoc vien", Counted::People),
    ("co quan", Counted::Bodies),
    ("don vi", Counted::Bodies),
    ("co quan , don vi", Counted::Bodies),
    ("dia phuong", Counted::Bodies),
    ("so , ban , nganh", Counted::Bodies),
    ("so , nganh", Counted::Bodies),
    ("so", Counted::Bodies),
    ("phong", Counted::Bodies),
    ("phong , ban", Counted::Bodies),
    ("ubnd", Counted::Bodies),
    ("uy ban nhan dan", Counted::Bodies),
    ("ubnd huyen", Counted::Bodies),
    ("ubnd xa", Counted::Bodies),
    ("ubnd cap huyen", Counted::Bodies),
    ("ubnd cap xa", Counted::Bodies),
    ("chi nhanh", Counted::Bodies),
    ("bo phan mot cua", Counted::Bodies),
    ("xa", Counted::Bodies),
    ("phuong", Counted::Bodies),
    ("thi tran", Counted::Bodies),
    ("xa , thi tran", Counted::Bodies),
    ("xa va thi tran", Counted::Bodies),
    ("xa , phuong", Counted::Bodies),
    ("xa , phuong , thi tran", Counted::Bodies),
    ("xa , phuong va thi tran", Counted::Bodies),
    ("xa , phuong , dac khu", Counted::Bodies),
    ("huyen", Counted::Bodies),
    ("thi xa", Counted::Bodies),
    ("thanh pho", Counted::Bodies),
    ("quan", Counted::Bodies),
    ("tinh", Counted::Bodies),
    ("huyen , thi xa , thanh pho", Counted::Bodies),
    ("huyen , thi xa va thanh pho", Counted::Bodies),
    ("tinh , thanh pho", Counted::Bodies),
    ("thon", Counted::Bodies),
    ("diem", Counted::Points),
    ("dong", Counted::Money(0)),
    ("nghin dong", Counted::Money(3)),
    ("trieu dong", Counted::Money(6)),
    ("ty dong", Counted::Money(9)),
    ("trieu", Counted::Money(6)),
    ("ty", Counted::Money(9)),
    ("ngay", Counted::Days),
    ("ngay lam viec", Counted::Days),
    ("lop", Counted::Others),
    ("lop tap huan", Counted::Others),
    ("cuoc", Counted::Others),
    ("cuoc hop", Counted::Others),
    ("cuoc kiem tra", Counted::Others),
    ("luot", Counted::Others),
    ("luot truy cap", Counted::Others),
    ("lan", Counted::Others),
    ("tin", Counted::Others),
    ("tin , bai", Counted::Others),
    ("tin bai", Counted::Others),
    ("linh vuc", Counted::Others),
    ("chi tieu", Counted::Others),
    ("nhiem vu", Counted::Others),
    ("giao dich", Counted::Others),
    ("trang thong tin dien tu", Counted::Others),
    ("he thong", Counted::Others),
    ("phan mem", Counted::Others),
];

/// What a unit as written counts.
pub fn counted(unit: &str) -> Option<Counted> {
    let folded = crate::words::fold::fold(&unit.replace(',', " , "));
    NOUNS.iter().find(|(noun, _)| *noun == folded).map(|(_, counted)| *counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_is_written_as_it_is_looked_up_and_stands_once() {
        for (place, (noun, _)) in NOUNS.iter().enumerate() {
            assert_eq!(crate::words::fold::fold(noun), *noun);
            assert!(NOUNS.iter().skip(place + 1).all(|(other, _)| other != noun), "{noun}");
        }
    }

    #[test]
    fn a_unit_is_known_however_it_is_written() {
        assert_eq!(counted("Hồ sơ"), Some(Counted::Dossiers));
        assert_eq!(counted("xã, thị trấn"), Some(Counted::Bodies));
        assert_eq!(counted("con bò"), None);
    }
}
