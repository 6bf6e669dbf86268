//! The shipped profiles, a profile of one's own, and files that are no profile.

use doithoai::regulation::profiles;

#[test]
fn every_shipped_profile_loads() {
    for listed in profiles::all(None) {
        assert!(listed.profile.is_ok(), "{:?}", listed.profile);
    }
}
