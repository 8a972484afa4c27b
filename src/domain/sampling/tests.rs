use proptest::prelude::*;

use super::*;

fn strata(sizes: &[u32]) -> Vec<Stratum> {
    sizes.iter().enumerate().map(|(place, size)| Stratum { name: format!("L{place}"), size: *size }).collect()
}

#[test]
fn the_generator_gives_the_published_numbers() {
    // The reference values of SplitMix64 for this seed.
    let mut generator = Generator::new(1_234_567);
    let first: Vec<u64> = (0..5).map(|_| generator.next_number()).collect();
    assert_eq!(
        first,
        [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
    );
}

#[test]
fn a_draw_never_changes() {
    // Worked out apart, in another language, from the words in the docs alone.
    for (population, size, method, drawn) in [
        (117, 10, Method::SimpleRandom, vec![6, 15, 17, 35, 46, 51, 59, 79, 84, 93]),
        (
            117,
            10,
            Method::systematic(117, 10, 2023).unwrap(),
            // Start 84, step 11; past 117 on from the beginning.
            vec![11, 22, 33, 44, 55, 66, 84, 95, 106, 117],
        ),
        (117, 10, Method::ByField { strata: strata(&[97, 1, 19]) }, vec![6, 50, 55, 59, 69, 78, 85, 98, 105, 116]),
        (100, 7, Method::ByLateness { late: vec![3, 14, 15, 92] }, vec![3, 7, 14, 15, 26, 92, 96]),
        (100, 2, Method::ByLateness { late: vec![3, 14, 15, 92] }, vec![14, 92]),
    ] {
        let made = draw(population, size, method, 2023).unwrap();
        assert_eq!(made.drawn, drawn, "{:?}", made.method);
        assert!(made.holds());
    }
}

#[test]
fn a_sample_is_shared_out_by_largest_remainder_with_at_least_one_each() {
    for (sizes, size, parts) in [
        (&[97, 1, 19][..], 10, &[7, 1, 2][..]),
        (&[500, 3, 3, 3, 1], 5, &[1, 1, 1, 1, 1]),
        // Fewer than strata: the largest remainders, ties to the earlier.
        (&[10, 10, 10], 2, &[1, 1, 0]),
        (&[10, 10, 10], 4, &[2, 1, 1]),
        (&[0, 5, 0], 5, &[0, 5, 0]),
        (&[0, 0], 0, &[0, 0]),
    ] {
        assert_eq!(allocation(sizes, size), parts, "{size} of {sizes:?}");
    }
}

#[test]
fn a_choice_by_hand_needs_a_reason_and_true_numbers() {
    let made = by_hand(20, &[7, 3], "hồ sơ có đơn thư").unwrap();
    assert_eq!(made.drawn, [3, 7]);
    assert!(made.holds());
    assert_eq!(by_hand(20, &[7], "  "), Err(DrawError::NoReason));
    assert_eq!(by_hand(20, &[7, 7], "x"), Err(DrawError::Number(7)));
    assert_eq!(by_hand(20, &[0], "x"), Err(DrawError::Number(0)));
    assert_eq!(by_hand(20, &[21], "x"), Err(DrawError::Number(21)));
    assert_eq!(by_hand(20, &[], "x"), Err(DrawError::Nothing));
    assert_eq!(draw(20, 1, made.method, 0), Err(DrawError::NotDrawn));
}

#[test]
fn what_does_not_fit_is_refused() {
    assert_eq!(draw(5, 6, Method::SimpleRandom, 1), Err(DrawError::TooMany { size: 6, population: 5 }));
    assert_eq!(draw(5, 0, Method::SimpleRandom, 1), Err(DrawError::Nothing));
    assert_eq!(
        draw(10, 5, Method::Systematic { step: 3, start: 1 }, 1),
        Err(DrawError::Steps { step: 3, start: 1 }),
        "the sixth step would meet the first"
    );
    assert_eq!(draw(10, 5, Method::Systematic { step: 2, start: 11 }, 1), Err(DrawError::Steps { step: 2, start: 11 }));
    assert_eq!(
        draw(10, 5, Method::ByField { strata: strata(&[4, 5]) }, 1),
        Err(DrawError::Strata { strata: 9, population: 10 })
    );
    assert_eq!(draw(10, 5, Method::ByLateness { late: vec![4, 2] }, 1), Err(DrawError::Number(2)));
}

#[test]
fn a_draw_that_was_tampered_with_does_not_hold() {
    let mut made = draw(50, 5, Method::SimpleRandom, 9).unwrap();
    let taken = made.drawn[2];
    made.drawn[2] = (1..=50).find(|number| !made.drawn.contains(number)).unwrap();
    made.drawn.sort_unstable();
    assert!(!made.holds(), "{taken} was exchanged");
}

#[test]
fn a_draw_is_stored_in_plain_words() {
    let made = draw(3, 1, Method::ByLateness { late: vec![2] }, u64::MAX).unwrap();
    let text = serde_json::to_string(&made).unwrap();
    assert_eq!(
        text,
        r#"{"population":3,"method":{"by_lateness":{"late":[2]}},"seed":18446744073709551615,"drawn":[2]}"#
    );
    assert_eq!(serde_json::from_str::<Draw>(&text).unwrap(), made);
}

fn any_method(population: u32, size: u32) -> BoxedStrategy<Method> {
    let cut = (0..=population, 0..=population).prop_map(move |(one, other)| {
        let (low, high) = (one.min(other), one.max(other));
        Method::ByField { strata: strata(&[low, high - low, population - high]) }
    });
    let late = prop::collection::btree_set(1..=population, 0..20)
        .prop_map(|late| Method::ByLateness { late: late.into_iter().collect() });
    let systematic = any::<u64>().prop_map(move |seed| Method::systematic(population, size, seed).unwrap());
    prop_oneof![Just(Method::SimpleRandom), cut, late, systematic].boxed()
}

proptest! {
    #[test]
    fn a_draw_is_a_sample_of_the_size_asked_and_can_be_repeated(
        (population, size, method) in (1u32..400)
            .prop_flat_map(|population| (Just(population), 1..=population))
            .prop_flat_map(|(population, size)| (Just(population), Just(size), any_method(population, size))),
        seed: u64,
    ) {
        let made = draw(population, size, method.clone(), seed).unwrap();
        prop_assert_eq!(made.drawn.len(), usize::try_from(size).unwrap());
        prop_assert!(made.drawn.is_sorted_by(|one, next| one < next));
        prop_assert!(made.drawn.iter().all(|number| (1..=population).contains(number)));
        prop_assert_eq!(&made.repeat().unwrap(), &made);
        match method {
            Method::ByField { strata } => {
                let sizes: Vec<u32> = strata.iter().map(|stratum| stratum.size).collect();
                let (mut from, parts) = (1, allocation(&sizes, size));
                for (held, part) in sizes.into_iter().zip(parts) {
                    let drawn = made.drawn.iter().filter(|number| (from..from + held).contains(number)).count();
                    prop_assert_eq!(drawn, usize::try_from(part).unwrap());
                    from += held;
                }
            }
            Method::ByLateness { late } => {
                let taken = late.iter().filter(|number| made.drawn.contains(number)).count();
                prop_assert_eq!(taken, late.len().min(made.drawn.len()), "late ones come first");
            }
            Method::SimpleRandom | Method::Systematic { .. } | Method::ByHand { .. } => {}
        }
    }

    #[test]
    fn no_part_exceeds_its_stratum(sizes in prop::collection::vec(0u32..50, 1..8), asked in 0u32..400) {
        let population: u32 = sizes.iter().sum();
        let size = asked.min(population);
        let parts = allocation(&sizes, size);
        prop_assert_eq!(parts.iter().sum::<u32>(), size);
        prop_assert!(parts.iter().zip(&sizes).all(|(part, held)| part <= held));
        let held = sizes.iter().filter(|held| **held > 0).count();
        if usize::try_from(size).unwrap() >= held {
            prop_assert!(parts.iter().zip(&sizes).all(|(part, held)| (*part > 0) == (*held > 0)));
        }
    }

    #[test]
    fn a_number_is_below_its_bound(bound in 1u32.., seed: u64) {
        prop_assert!(Generator::new(seed).below(bound) < bound);
    }
}

#[test]
fn every_number_is_about_as_likely_as_any_other() {
    // 20.000 draws of 3 from 10: each number is expected 6.000 times, with a deviation of about 65.
    let mut counts = [0u32; 10];
    for seed in 0..20_000 {
        for number in draw(10, 3, Method::SimpleRandom, seed).unwrap().drawn {
            counts[usize::try_from(number).unwrap() - 1] += 1;
        }
    }
    assert!(counts.iter().all(|count| (5_700..=6_300).contains(count)), "{counts:?}");
}
