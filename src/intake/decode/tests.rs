use proptest::prelude::*;

use super::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/nhap/", $name)).as_slice()
    };
}

const FIRST_ROW: &str = "H21-230306-0001,Đất đai,06/3/2023,10 ngày làm việc,20/3/2023,Trực tiếp";

fn second_line(decoded: &Decoded) -> String {
    decoded.text.lines().nth(1).unwrap().replace([';', '\t'], ",")
}

#[test]
fn each_encoding_gives_the_same_text() {
    for (bytes, encoding, guessed) in [
        (fixture!("windows-1258.csv"), Encoding::Windows1258, true),
        (fixture!("utf-16-le-bom.csv"), Encoding::Utf16Le, false),
        (fixture!("utf-16-khong-bom.txt"), Encoding::Utf16Le, true),
    ] {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.guessed), (encoding, guessed));
        assert_eq!(second_line(&decoded), FIRST_ROW);
    }
    let swapped: Vec<u8> = fixture!("utf-16-khong-bom.txt").chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    let decoded = decode(&swapped).unwrap();
    assert_eq!((decoded.encoding, second_line(&decoded).as_str()), (Encoding::Utf16Be, FIRST_ROW));
    let marked = [b"\xef\xbb\xbf".as_slice(), FIRST_ROW.as_bytes()].concat();
    assert_eq!(decode(&marked).unwrap().text, FIRST_ROW);
}

#[test]
fn text_with_marks_of_its_own_is_composed() {
    let apart: String = FIRST_ROW.nfd().collect();
    assert_ne!(apart, FIRST_ROW);
    assert_eq!(decode(apart.as_bytes()).unwrap().text, FIRST_ROW);
}

#[test]
fn old_fonts_are_named_and_not_garbled() {
    assert_eq!(decode(fixture!("tcvn3.csv")), Err(OpenError::OldFontTcvn3));
    assert_eq!(decode(fixture!("vni.csv")), Err(OpenError::OldFontVni));
    // The same letters, saved as Unicode.
    for (bytes, error) in
        [(fixture!("tcvn3.csv"), OpenError::OldFontTcvn3), (fixture!("vni.csv"), OpenError::OldFontVni)]
    {
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(decode(text.as_bytes()), Err(error));
    }
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    for (bytes, error) in [
        (b"".as_slice(), OpenError::Empty),
        (b" \r\n\t", OpenError::Empty),
        (b"\xef\xbb\xbf", OpenError::Empty),
        (b"%PDF-1.7 ...", OpenError::Pdf),
        (b"<html><body><table><tr><td>1", OpenError::WebPage),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", OpenError::NotText),
        (b"a,b\x07\x1b\n", OpenError::NotText),
        (b"\xff\xfea\0b", OpenError::NotText),
        (b"\xff\xfe\0\xd8a\0", OpenError::NotText),
        // Shift-JIS, and UTF-8 that was cut within a letter.
        (b"\x93\xfa\x96\x7b\x8c\xea\x83\x65\x83\x4c", OpenError::UnknownEncoding),
        ("Hồ sơ đất đai của xã Ia Rmok\u{1ea1}".as_bytes().split_last().unwrap().1, OpenError::UnknownEncoding),
    ] {
        assert_eq!(decode(bytes), Err(error), "{bytes:?}");
    }
    assert_eq!(decode(&vec![b'a'; MAX_BYTES + 1]), Err(OpenError::TooLarge { bytes: MAX_BYTES + 1 }));
    assert_eq!(packed(b"PK\x03\x04rest"), Some(Packed::Zip));
    assert_eq!(packed(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Some(Packed::Compound));
    assert_eq!(packed(b"a,b"), None);
}

#[test]
fn the_table_of_windows_1258_is_that_of_the_whatwg() {
    for (byte, letter) in (0x80..=0xff_u8).zip(WINDOWS_1258) {
        let theirs = encoding_rs::WINDOWS_1258.decode_without_bom_handling(&[byte]).0.chars().next().unwrap();
        assert_eq!(letter, if theirs.is_control() { '\0' } else { theirs }, "{byte:#x}");
    }
}

proptest! {
    #[test]
    fn any_text_survives_utf_8_and_utf_16(text in "[a-zA-Zăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ0-9 ,;\n]{1,200}") {
        prop_assume!(!text.trim().is_empty());
        prop_assert_eq!(&decode(text.as_bytes()).unwrap().text, &text);
        let units: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        prop_assert_eq!(&decode(&units).unwrap().text, &text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = decode(&bytes) {
            prop_assert!(!decoded.text.contains('\0'));
        }
    }
}
