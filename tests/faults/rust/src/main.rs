// SPDX-License-Identifier: MIT

//! The AWS SDK for Rust as a process; the protocol is in ../../clients.py. GetSecretValue only.

use std::time::Duration;

use aws_sdk_secretsmanager::config::{
    retry::RetryConfig, timeout::TimeoutConfig, BehaviorVersion, Credentials, Region,
};
use aws_sdk_secretsmanager::error::SdkError;
use aws_sdk_secretsmanager::operation::RequestId;
use aws_sdk_secretsmanager::{Client, Config};
use serde_json::{json, Value};

const PATIENCE: Duration = Duration::from_secs(1);

fn client_for(job: &Value) -> Client {
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(PATIENCE)
        .read_timeout(PATIENCE)
        .operation_attempt_timeout(PATIENCE)
        .build();
    Client::from_conf(
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .http_client(aws_smithy_http_client::Builder::new().build_http())
            .endpoint_url(job["endpoint"].as_str().unwrap())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("test", "test", None, None, "static"))
            .retry_config(
                RetryConfig::standard().with_max_attempts(job["attempts"].as_u64().unwrap() as u32),
            )
            .timeout_config(timeouts)
            .build(),
    )
}

async fn call(client: &Client, job: &Value) -> Value {
    let secret = job["input"]["SecretId"].as_str().unwrap();
    match client.get_secret_value().secret_id(secret).send().await {
        Ok(output) => json!({"requestId": output.request_id().is_some(), "output": {
            "ARN": output.arn(), "Name": output.name(), "VersionId": output.version_id(),
            "SecretString": output.secret_string()}}),
        Err(error) => json!({"raised": match error {
            SdkError::ConstructionFailure(_) => "ConstructionFailure",
            SdkError::TimeoutError(_) => "TimeoutError",
            SdkError::DispatchFailure(_) => "DispatchFailure",
            SdkError::ResponseError(_) => "ResponseError",
            SdkError::ServiceError(_) => "ServiceError",
            _ => "another error",
        }}),
    }
}

async fn work(job: Value) {
    let client = client_for(&job);
    let mut seen = Vec::new();
    for _ in 0..job["calls"].as_u64().unwrap() {
        seen.push(call(&client, &job).await);
    }
    println!("{}", json!({"id": job["id"], "seen": seen}));
}

#[tokio::main]
async fn main() {
    let version = aws_sdk_secretsmanager::meta::PKG_VERSION;
    println!("{}", json!({"version": format!("aws-sdk-secretsmanager {version}")}));
    // Lines are read beside the runtime: a blocked read would hold up the calls.
    let (sender, mut jobs) = tokio::sync::mpsc::unbounded_channel();
    std::thread::spawn(move || {
        for line in std::io::stdin().lines() {
            sender.send(serde_json::from_str(&line.unwrap()).unwrap()).unwrap();
        }
    });
    let mut working = Vec::new();
    while let Some(job) = jobs.recv().await {
        working.push(tokio::spawn(work(job)));
    }
    for one in working {
        one.await.unwrap();
    }
}
