//! Which part draws the pages of an address, as data: `ui::app` says it of a route, and a test holds the two together. The
//! build writes this table into the page, so that `boot.js` has the parts of the first page come beside the main module.

/// Beginnings of addresses, with the part that draws what begins so; `*` is any one segment. The first that fits counts.
pub const PLACES: [(&str, &str); 17] = [
    ("buoi/*/ho-so", "samples"),
    ("buoi/*/tong-hop", "samples"),
    ("buoi/*/niem-yet", "samples"),
    ("buoi/*/lay-mau", "samples"),
    ("giam-sat/*/tong-hop", "samples"),
    ("buoi/*/so-lieu", "figures"),
    ("buoi/*/chenh-lech", "figures"),
    ("buoi/*/xep-hang", "figures"),
    ("giam-sat/*/xep-hang", "figures"),
    ("buoi", "visits"),
    ("giam-sat", "visits"),
    ("lich", "tools"),
    ("can-cu", "tools"),
    ("thu-tuc", "tools"),
    ("nhap", "tools"),
    ("cai-dat", "tools"),
    ("thung-rac", "tools"),
];
