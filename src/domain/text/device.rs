//! Names that Windows keeps for devices: a file that bears one cannot be made there, or is the device. They are refused on
//! every system, since a folder goes from one to another on a stick. Knows no file.

/// Those without a number.
const DEVICES: [&str; 7] = ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"];
/// Those with one.
const PORTS: [&str; 2] = ["com", "lpt"];

/// Whether a name is that of a device, in whatever letters and whatever stands behind its first dot.
#[must_use]
pub fn is_device_name(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default();
    let stem = stem.trim_end().to_lowercase();
    let is_port = |port: &&str| {
        let mut number = stem.strip_prefix(*port).unwrap_or_default().chars();
        // The three raised figures of the old western code page count as figures, too.
        matches!(number.next(), Some('0'..='9' | '¹' | '²' | '³')) && number.next().is_none()
    };
    DEVICES.contains(&stem.as_str()) || PORTS.iter().any(is_port)
}

/// Whether a file or folder of this name can be made on every system and is found by it again. Signs that only some
/// systems refuse are left to them.
#[must_use]
pub fn is_name_everywhere(name: &str) -> bool {
    // Windows drops a dot or a blank at the end, so what is made is called otherwise.
    !is_device_name(name) && !name.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_device_is_known_in_whatever_form_it_comes() {
        for name in [
            "con",
            "CON",
            "Aux",
            "nul",
            "prn",
            "com1",
            "COM9",
            "lpt0",
            "com¹",
            "LPT³",
            "aux.txt",
            "con.tar.gz",
            "nul .ron",
            "com5:",
            "CONIN$",
            "conout$",
        ] {
            assert!(is_device_name(name), "{name}");
            assert!(!is_name_everywhere(name), "{name}");
        }
        for name in [
            "",
            "cont",
            "contact",
            "com",
            "com10",
            "lpt",
            "lptx",
            "auxiliary",
            "xa-con",
            "con-2",
            "a.con",
            "cơn",
            "null",
            "com①",
        ] {
            assert!(!is_device_name(name), "{name}");
        }
    }

    #[test]
    fn a_dot_or_a_blank_at_the_end_is_no_part_of_a_name_everywhere() {
        assert!(!is_name_everywhere("ho-so."));
        assert!(!is_name_everywhere("ho-so "));
        assert!(is_name_everywhere("ho-so.d"));
        assert!(is_name_everywhere(".ho so"));
    }
}
