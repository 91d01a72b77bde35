// SPDX-License-Identifier: MIT

// The AWS SDK for Go v2 as a process; the protocol is in ../clients.py. GetSecretValue only.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/smithy-go"
)

type job struct {
	ID       int
	Endpoint string
	Input    struct{ SecretId string }
	Attempts int
	Calls    int
}

func call(client *secretsmanager.Client, secret string) map[string]any {
	out, err := client.GetSecretValue(context.Background(),
		&secretsmanager.GetSecretValueInput{SecretId: &secret})
	if err != nil {
		return map[string]any{"raised": name(err)}
	}
	_, told := middleware.GetRequestIDMetadata(out.ResultMetadata)
	return map[string]any{"requestId": told, "output": map[string]any{
		"ARN": out.ARN, "Name": out.Name, "VersionId": out.VersionId,
		"SecretString": out.SecretString}}
}

// name tells the SDK's own kind of error where it has one, else that of the innermost cause.
func name(err error) string {
	var broken *smithy.DeserializationError
	if errors.As(err, &broken) {
		return "smithy.DeserializationError"
	}
	for {
		wrapper, wraps := err.(interface{ Unwrap() error })
		if !wraps || wrapper.Unwrap() == nil {
			return fmt.Sprintf("%T", err)
		}
		err = wrapper.Unwrap()
	}
}

func main() {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "github.com/aws/aws-sdk-go-v2/service/secretsmanager" {
			fmt.Printf("{\"version\": \"aws-sdk-go-v2/service/secretsmanager %s\"}\n", module.Version)
		}
	}
	var printing sync.Mutex
	var working sync.WaitGroup
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var asked job
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		working.Add(1)
		go func() {
			defer working.Done()
			client := secretsmanager.New(secretsmanager.Options{
				BaseEndpoint:     &asked.Endpoint,
				Region:           "us-east-1",
				RetryMaxAttempts: asked.Attempts,
				Credentials: aws.NewCredentialsCache(
					credentials.NewStaticCredentialsProvider("test", "test", "")),
				HTTPClient: &http.Client{
					Timeout: time.Second,
					Transport: &http.Transport{
						DialContext: (&net.Dialer{Timeout: time.Second}).DialContext,
					},
				},
			})
			seen := []map[string]any{}
			for range asked.Calls {
				seen = append(seen, call(client, asked.Input.SecretId))
			}
			line, _ := json.Marshal(map[string]any{"id": asked.ID, "seen": seen})
			printing.Lock()
			defer printing.Unlock()
			fmt.Println(string(line))
		}()
	}
	working.Wait()
}
