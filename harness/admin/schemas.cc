// SPDX-License-Identifier: MIT
#include "harness/admin/schemas.h"

#include <string_view>

namespace stunt::harness::admin {
namespace {

constexpr std::string_view kSchemas = R"({
"Problem": {
  "type": "object", "required": ["type", "title", "status", "detail"],
  "properties": {
    "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
    "detail": {"type": "string", "description": "what was wrong, and what would be right"},
    "instance": {"type": "string", "description": "the path that was asked for"},
    "errors": {"type": "array", "items": {
      "type": "object", "required": ["pointer", "detail"],
      "properties": {
        "pointer": {"type": "string", "description": "a JSON Pointer into what was sent"},
        "detail": {"type": "string"}}}}}},
"Health": {
  "type": "object", "required": ["status", "version"],
  "properties": {"status": {"type": "string"}, "version": {"type": "string"}}},
"Scope": {
  "type": "object", "required": ["name", "accessKeyIds", "region", "seed", "clock"],
  "properties": {
    "name": {"type": "string"}, "accessKeyIds": {"type": "array", "items": {"type": "string"}},
    "region": {"type": "string"}, "seed": {"type": "integer"},
    "clock": {"$ref": "#/components/schemas/Clock"}}},
"Credentials": {
  "type": "object",
  "required": ["name", "accessKeyId", "secretAccessKey", "endpoint", "region"],
  "properties": {
    "name": {"type": "string"}, "accessKeyId": {"type": "string"},
    "secretAccessKey": {"type": "string", "description": "is told this once"},
    "endpoint": {"type": "string", "format": "uri"}, "region": {"type": "string"}}},
"Rule": {
  "type": "object", "required": ["then"],
  "description": "one of `rules` of a scenario file: $defs/rule of scenario.schema.json",
  "properties": {
    "id": {"type": "string", "description": "is drawn if it is not given"},
    "enabled": {"type": "boolean"}, "priority": {"type": "integer"},
    "when": {"type": "object"}, "phase": {"type": "string"}, "then": {},
    "times": {"type": "integer"}, "maxActive": {"type": "integer"},
    "mustFire": {"type": "boolean"},
    "counts": {"type": "object", "readOnly": true, "properties": {
      "matched": {"type": "integer"}, "fired": {"type": "integer"},
      "struck": {"type": "integer"}}}}},
"Run": {
  "type": "object", "required": ["id", "scenario", "scope", "state"],
  "properties": {
    "id": {"type": "string"}, "scenario": {"type": "string"}, "scope": {"type": "string"},
    "state": {"enum": ["loaded", "playing", "ended", "stopped"]},
    "rules": {"type": "integer"}, "steps": {"type": "integer"},
    "expectations": {"type": "integer"}}},
"Verdict": {
  "type": "object", "description": "docs/verdict.md", "required": ["status"],
  "properties": {"status": {"enum": ["pass", "fail", "inconclusive", "error"]}}},
"Snapshot": {
  "type": "object", "required": ["id", "scope", "at", "secrets"],
  "properties": {
    "id": {"type": "string"}, "scope": {"type": "string"},
    "at": {"type": "string", "format": "date-time"}, "secrets": {"type": "integer"}}},
"Clock": {
  "type": "object", "required": ["now", "virtual"],
  "properties": {
    "now": {"type": "string", "format": "date-time"},
    "virtual": {"type": "boolean", "description": "it stands still until it is moved"}}},
"Moved": {
  "type": "object", "required": ["now", "rotations"],
  "properties": {
    "now": {"type": "string", "format": "date-time"},
    "rotations": {"type": "array", "description": "that fell due", "items": {
      "type": "object", "required": ["secret", "end"],
      "properties": {
        "secret": {"type": "string"}, "end": {"enum": ["finished", "failed"]}}}}}},
"Exchange": {
  "type": "object", "description": "a line of a transcript, docs/transcript-format.md",
  "required": ["kind", "seq"],
  "properties": {"kind": {"const": "exchange"}, "seq": {"type": "integer", "minimum": 1}}}
})";

}  // namespace

aws::Json schemas() { return aws::Json::parse(kSchemas); }

}  // namespace stunt::harness::admin
