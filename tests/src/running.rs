//! The servers of one test, in a thread of their own: they stop and clean up when the test ends, however it ends.
use std::{
    net::{SocketAddr, TcpListener},
    thread,
};

use actix_web::{dev::ServerHandle, rt::System};
use api::{
    chance::Chance,
    clock::Clock,
    config::{Environment, Secret, Settings},
    page::Page,
    server,
    state::AppState,
};
use tokio::sync::oneshot;

use crate::database::Own;

pub struct Running {
    servers: [ServerHandle; 2],
    thread: Option<thread::JoinHandle<Vec<String>>>,
    pub leaves_messages: bool,
}

/// What the test talks to.
pub struct Parts {
    pub state: AppState,
    pub address: String,
    pub gateway: String,
}

impl Running {
    pub async fn start(clock: Clock, environment: Environment, page: Page) -> (Self, Parts) {
        let (tell, told) = oneshot::channel();
        let thread = thread::Builder::new().name("service".into());
        let thread =
            thread.spawn(move || System::new().block_on(run(clock, environment, page, tell))).unwrap();
        let (servers, parts) = told.await.expect("the service starts");
        (Self { servers, thread: Some(thread), leaves_messages: false }, parts)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for server in &self.servers {
            drop(server.stop(false));
        }
        let unsent = self.thread.take().map(thread::JoinHandle::join);
        if thread::panicking() {
            return;
        }
        match unsent {
            Some(Ok(unsent)) => assert!(
                self.leaves_messages || unsent.is_empty(),
                "unsent messages: {unsent:?}; run the outbox or say app.leaves_messages()"
            ),
            _ => panic!("the service broke down"),
        }
    }
}

/// Settings of a service in the suite.
pub fn settings(own: &Own, listen: SocketAddr) -> Settings {
    Settings {
        environment: Environment::Test,
        database: Secret(own.setting()),
        listen,
        public_url: format!("http://{listen}"),
        keys: own.keys(),
        gateway: None,
        metrics: None,
        page: None,
        // Each actor comes from an address of its own.
        proxies: vec!["127.0.0.1".parse().unwrap()],
        hash_memory: 8,
        connections: 8,
        under_way: 1000,
    }
}

async fn run(
    clock: Clock,
    environment: Environment,
    page: Page,
    tell: oneshot::Sender<([ServerHandle; 2], Parts)>,
) -> Vec<String> {
    let own = Own::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let posts = TcpListener::bind("127.0.0.1:0").unwrap();
    let gateway = format!("http://{}", posts.local_addr().unwrap());
    let settings = Settings {
        environment,
        gateway: Some(gateway.clone()),
        ..settings(&own, listener.local_addr().unwrap())
    };
    let state = AppState::start(settings, clock, Chance::Real).await.unwrap();
    let gateway_server = simulators::gateway(posts).unwrap();
    let service = server::serve(state.clone(), listener, page, 1).unwrap();
    let handles = [service.handle(), gateway_server.handle()];
    let gateway_task = actix_web::rt::spawn(gateway_server);
    let parts = Parts { state: state.clone(), address, gateway };
    if tell.send((handles, parts)).is_ok() {
        service.await.unwrap();
        gateway_task.await.unwrap().unwrap();
    }
    let unsent = own.unsent().await;
    own.drop_it().await;
    unsent
}
