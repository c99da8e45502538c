//! What the page tells of its own faults.
use shared::faults::PageFault;

use super::post;

/// `POST /page-faults`: sent at once, and nobody waits for the answer: the code that would is stopping.
pub fn tell(fault: &PageFault) {
    post("/page-faults").json(fault).send_off();
}
