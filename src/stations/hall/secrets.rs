//! Chance from the system: numbers for devices to come in by, and the tokens they are known by.

use std::fmt::Write as _;

/// Chance could not be had; without it nothing is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system has no chance to give")]
pub struct NoChance;

/// Six figures.
pub(super) fn pin() -> Result<String, NoChance> {
    loop {
        let mut bytes = [0; 4];
        getrandom::fill(&mut bytes).map_err(|_| NoChance)?;
        let drawn = u32::from_le_bytes(bytes);
        // What is beyond the last whole million would make some numbers likelier than others.
        if drawn < u32::MAX - u32::MAX % 1_000_000 {
            return Ok(format!("{:06}", drawn % 1_000_000));
        }
    }
}

/// What a device is known by: 128 bits, as text.
pub(super) fn token() -> Result<String, NoChance> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| NoChance)?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_six_figures_and_tokens_are_never_alike() {
        let pins: Vec<String> = (0..200).map(|_| pin().unwrap()).collect();
        assert!(
            pins.iter()
                .all(|pin| pin.len() == 6 && pin.parse::<u32>().is_ok())
        );
        let tokens: std::collections::BTreeSet<String> =
            (0..200).map(|_| token().unwrap()).collect();
        assert_eq!(tokens.len(), 200);
        assert!(tokens.iter().all(|token| token.len() == 32));
    }
}
