//! Whether the colours can be read, and told apart, by people who see less: computed from the colours that are sent, with
//! the formulas of WCAG 2.2 and the matrices of Machado, Oliveira and Fernandes (2009).

use std::collections::BTreeMap;

use ratatui::style::Color;

use super::{Depth, FILE, Palette, Shade, ThemeName, place_of_sixteen};

/// What WCAG asks of text at its strictest level.
const STRICT: f64 = 7.0;
/// And at the usual one.
const USUAL: f64 = 4.5;
/// Two colours that lie so far apart in CIE L*a*b* are different at a glance.
const APART: f64 = 20.0;

/// The shades of the sixteen colours in two common terminals: the PC's and xterm's.
const PC: [u32; 16] = [
    0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
    0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
];
const XTERM: [u32; 16] = [
    0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
    0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
];

type LinearLight = [f64; 3];

fn palettes() -> BTreeMap<ThemeName, Palette> {
    crate::store::own_files::value_in(FILE).unwrap()
}

/// Red, green and blue of a colour as the terminal shows it, as amounts of light.
fn light(depth: Depth, shade: Shade, sixteen: &[u32; 16]) -> LinearLight {
    let colour = depth.colour(shade);
    let bytes = if let Color::Rgb(red, green, blue) = colour {
        [red, green, blue]
    } else if let Color::Indexed(index @ 232..) = colour {
        [8 + (index - 232) * 10; 3]
    } else if let Color::Indexed(index @ 16..) = colour {
        let index = index - 16;
        [index / 36, index / 6 % 6, index % 6]
            .map(|step| if step == 0 { 0 } else { 55 + step * 40 })
    } else {
        let index = place_of_sixteen(colour).unwrap();
        let [_, bytes @ ..] = sixteen[usize::from(index)].to_be_bytes();
        bytes
    };
    bytes.map(|byte| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn luminance([red, green, blue]: LinearLight) -> f64 {
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: LinearLight, other: LinearLight) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What is written, and on what.
fn pairs(palette: &Palette) -> Vec<(&'static str, Shade, Shade)> {
    let on_paper = [
        ("ink", palette.ink),
        ("faint", palette.faint),
        ("accent", palette.accent),
        ("good", palette.good),
        ("warning", palette.warning),
        ("over", palette.over),
        ("answered now", palette.answered_now),
        ("verify later", palette.verify_later),
        ("report upward", palette.report_upward),
    ];
    on_paper
        .into_iter()
        .map(|(name, shade)| (name, shade, palette.paper))
        .chain([
            ("bar", palette.accent_ink, palette.accent),
            ("selected", palette.paper, palette.ink),
        ])
        .collect()
}

fn least_contrast(theme: ThemeName, depth: Depth, sixteen: &[u32; 16]) -> (f64, &'static str) {
    pairs(&palettes()[&theme])
        .into_iter()
        .map(|(name, front, back)| {
            let [front, back] = [front, back].map(|shade| light(depth, shade, sixteen));
            (contrast(front, back), name)
        })
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .unwrap()
}

#[test]
fn everything_in_high_contrast_has_seven_to_one_on_every_terminal() {
    for depth in [Depth::TrueColour, Depth::Indexed, Depth::Sixteen] {
        for sixteen in [&PC, &XTERM] {
            let (least, name) = least_contrast(ThemeName::Contrast, depth, sixteen);
            assert!(least >= STRICT, "{name} on {depth:?}: {least:.2}");
        }
    }
}

#[test]
fn everything_in_the_other_themes_can_be_read() {
    for theme in [ThemeName::Dark, ThemeName::Light] {
        for depth in [Depth::TrueColour, Depth::Indexed] {
            let (least, name) = least_contrast(theme, depth, &PC);
            assert!(
                least >= USUAL,
                "{name} in {theme:?} on {depth:?}: {least:.2}"
            );
        }
    }
}

/// How people see who lack the cones for red, for green, for blue.
const EYES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.152_286, 1.052_583, -0.204_868],
        [0.114_503, 0.786_281, 0.099_216],
        [-0.003_882, -0.048_116, 1.051_998],
    ],
    [
        [0.367_322, 0.860_646, -0.227_968],
        [0.280_085, 0.672_501, 0.047_413],
        [-0.011_820, 0.042_940, 0.968_881],
    ],
    [
        [1.255_528, -0.076_749, -0.178_779],
        [-0.078_411, 0.930_809, 0.147_602],
        [0.004_733, 0.691_367, 0.303_900],
    ],
];

fn seen_by(eye: &[[f64; 3]; 3], light: LinearLight) -> LinearLight {
    eye.map(|row| {
        let sum: f64 = row
            .iter()
            .zip(light)
            .map(|(part, light)| part * light)
            .sum();
        sum.clamp(0.0, 1.0)
    })
}

/// CIE L*a*b* under daylight.
fn lab([red, green, blue]: LinearLight) -> [f64; 3] {
    let [x, y, z] = [
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47,
        luminance([red, green, blue]),
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83,
    ]
    .map(|value| {
        if value > 0.008_856 {
            value.cbrt()
        } else {
            7.787 * value + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: LinearLight, other: LinearLight) -> f64 {
    let squares = lab(one).into_iter().zip(lab(other));
    squares
        .map(|(one, other)| (one - other).powi(2))
        .sum::<f64>()
        .sqrt()
}

#[test]
fn the_classes_are_told_apart_by_whoever_sees_fewer_colours() {
    for (name, palette) in palettes() {
        for depth in [Depth::TrueColour, Depth::Indexed] {
            let classes = [
                palette.answered_now,
                palette.verify_later,
                palette.report_upward,
            ]
            .map(|shade| light(depth, shade, &PC));
            for eye in &EYES {
                let [first, second, third] = classes.map(|class| seen_by(eye, class));
                for (one, other) in [(first, second), (second, third), (third, first)] {
                    let far = distance(one, other);
                    assert!(far >= APART, "{name:?} {depth:?} {eye:?}: {far:.1}");
                }
            }
        }
    }
}

#[test]
fn no_style_blinks() {
    use ratatui::style::Modifier;
    for name in [ThemeName::Dark, ThemeName::Light, ThemeName::Contrast] {
        for depth in [
            Depth::TrueColour,
            Depth::Indexed,
            Depth::Sixteen,
            Depth::None,
        ] {
            let theme = super::Theme::named(name, depth);
            for style in [
                theme.text(),
                theme.strong(),
                theme.faint(),
                theme.accent(),
                theme.bar(),
                theme.selected(),
                theme.field(),
                theme.good(),
                theme.warning(),
                theme.over(),
            ] {
                let blinks = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
                assert!(!style.add_modifier.intersects(blinks));
            }
        }
    }
}
