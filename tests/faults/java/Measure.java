// SPDX-License-Identifier: MIT

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The AWS SDK for Java v2 as a process; the protocol is in ../clients.py. GetSecretValue only. */
public final class Measure {
  static final Duration PATIENCE = Duration.ofSeconds(1);

  static SecretsManagerClient clientFor(JsonNode job) {
    int attempts = Integer.parseInt(job.field("attempts").get().asNumber());
    return SecretsManagerClient.builder()
        .endpointOverride(URI.create(job.field("endpoint").get().asString()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(
            Apache5HttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .overrideConfiguration(
            o ->
                o.retryStrategy(
                    AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(attempts)
                        .build()))
        .build();
  }

  static String quoted(String text) {
    if (text == null) return "null";
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ' || c > '~') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }

  static String call(SecretsManagerClient client, String secret) {
    try {
      var output = client.getSecretValue(r -> r.secretId(secret));
      // The SDK says UNKNOWN where the answer has no id.
      boolean told = !"UNKNOWN".equals(output.responseMetadata().requestId());
      return String.format(
          "{\"requestId\": %b, \"output\": {\"ARN\": %s, \"Name\": %s, \"VersionId\": %s,"
              + " \"SecretString\": %s}}",
          told,
          quoted(output.arn()),
          quoted(output.name()),
          quoted(output.versionId()),
          quoted(output.secretString()));
    } catch (RuntimeException error) {
      return "{\"raised\": " + quoted(error.getClass().getSimpleName()) + "}";
    }
  }

  static void work(JsonNode job) {
    String secret = job.field("input").get().field("SecretId").get().asString();
    List<String> seen = new ArrayList<>();
    try (var client = clientFor(job)) {
      int calls = Integer.parseInt(job.field("calls").get().asNumber());
      for (int number = 0; number < calls; ++number) seen.add(call(client, secret));
    }
    System.out.printf(
        "{\"id\": %s, \"seen\": [%s]}%n",
        job.field("id").get().asNumber(), String.join(", ", seen));
  }

  public static void main(String[] arguments) {
    System.out.printf("{\"version\": \"AWS SDK for Java %s\"}%n", VersionInfo.SDK_VERSION);
    var pool = Executors.newFixedThreadPool(16);
    var lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      JsonNode job = JsonNode.parser().parse(lines.nextLine());
      pool.submit(() -> work(job));
    }
    pool.shutdown();
  }
}
