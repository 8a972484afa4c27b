use proptest::prelude::*;

use super::*;

fn format(code: &str) -> NumberFormat {
    match coded(code) {
        Coded::Number(format) => format,
        other => panic!("{code} is {other:?}"),
    }
}

#[test]
fn a_number_is_shown_as_its_format_says() {
    for (code, number, digits, printed) in [
        ("0.0%", 0.988_235_294_117_647_1, "98.8", "98,8%"),
        ("0%", 1.0, "100", "100%"),
        ("0.00%", 0.011_764_705_882_352_94, "1.18", "1,18%"),
        ("0.0\"%\"", 98.82, "98.8", "98,8"),
        ("#,##0", 1716.0, "1716", "1.716"),
        ("# ##0", 1716.0, "1716", "1716"),
        ("#,##0.00_);(#,##0.00)", -1716.5, "-1716.50", "-1.716,50"),
        ("0\" hồ sơ\"", 39.0, "39", "39 hồ sơ"),
        ("#,##0\\ \"hồ sơ\"", 12_039.0, "12039", "12.039 hồ sơ"),
        ("#,##0 [$₫-42A]", 5_000.0, "5000", "5.000 ₫"),
        ("0.##", 12.5, "12.5", "12,5"),
        ("0.##", 12.0, "12", "12"),
        ("#,##0,", 1_716_000.0, "1716", "1.716"),
        ("[Red]0.0", 9.74, "9.7", "9,7"),
        ("0.0", 0.96, "1.0", "1,0"),
        ("0.0%", 0.9885, "98.9", "98,9%"),
        ("0", -0.3, "0", "0"),
        ("0.00", 1e-9, "0.00", "0,00"),
    ] {
        let format = format(code);
        assert_eq!(format.digits(number).as_deref(), Some(digits), "{code} of {number}");
        assert_eq!(format.printed(number), printed, "{code} of {number}");
    }
    assert_eq!(format("0").digits(f64::INFINITY), None);
    assert_eq!(format("0").digits(1e30), None);
}

#[test]
fn dates_lengths_of_time_and_what_says_nothing_are_told_from_numbers() {
    for code in ["dd/mm/yyyy", "[$-42A]d mmmm yyyy", "h:mm AM/PM", "mm:ss.0", "yyyy\"年\"m\"月\""] {
        assert_eq!(coded(code), Coded::Date, "{code}");
    }
    for code in ["[h]:mm", "[mm]:ss", "[ss]"] {
        assert_eq!(coded(code), Coded::Duration, "{code}");
    }
    for code in ["General", "@", "0.00E+00", "# ?/?", ";;;", "\"ngày\"", "[>=1000]0,\"K\";0", ""] {
        assert_eq!(coded(code), Coded::Plain, "{code}");
    }
    assert_eq!((built_in(14), built_in(9), built_in(46)), (Coded::Date, coded("0%"), Coded::Duration));
}

proptest! {
    #[test]
    fn no_code_and_no_number_make_it_panic(code in "[0#?.,;%\"\\\\\\[\\]$dmyhsE@_* ă/-]{0,24}", number in any::<f64>()) {
        if let Coded::Number(format) = coded(&code) {
            prop_assert!(format.printed(number).len() < 600);
        }
    }

    #[test]
    fn a_decimal_is_rounded_as_it_is_written(whole in 0_u32..100_000, hundredths in 0_u32..100) {
        let number: f64 = format!("{whole}.{hundredths:02}").parse().unwrap();
        let expected = (whole * 100 + hundredths + 5) / 10;
        let shown = format("0.0").digits(number).unwrap();
        prop_assert_eq!(shown, format!("{}.{}", expected / 10, expected % 10));
    }
}
