//! Icons: our own set on a grid of 20, drawn from the sprite in the shell; always beside a word or inside a named button.
use leptos::prelude::*;
use strum::IntoStaticStr;

/// `web/icons/{name}.svg`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum IconName {
    Alert,
    ArrowLeft,
    ArrowRight,
    Building,
    Calendar,
    Card,
    ChevronDown,
    Clock,
    Copy,
    Cross,
    Download,
    Eye,
    EyeOff,
    Half,
    Home,
    Hourglass,
    Info,
    Key,
    Lock,
    Mail,
    Menu,
    Message,
    Moon,
    Offline,
    Paper,
    Pause,
    Pen,
    Phone,
    Plus,
    Printer,
    Qr,
    Question,
    Refresh,
    Ring,
    Screen,
    Search,
    Shield,
    SignOut,
    Sun,
    Tick,
    Upload,
    User,
    Users,
    Warning,
}

/// One icon, silent to screen readers.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    let name: &str = name.into();
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("#icon-{name}")></use_>
        </svg>
    }
}

/// The lattice with one lit pane.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" aria-hidden="true" focusable="false">
            <use_ href="#icon-mark"></use_>
        </svg>
    }
}
