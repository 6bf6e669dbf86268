//! The journal against power cuts, damage, second writers and full disks: nothing acknowledged is lost, nothing is mended
//! silently.

#[cfg(test)]
mod damage;
#[cfg(test)]
pub mod given;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod listing;
#[cfg(test)]
#[cfg(unix)]
mod private;
#[cfg(test)]
mod sitting;
#[cfg(test)]
mod torn;
