// SPDX-License-Identifier: MIT
#include "recorder/transcript/json_writer.h"

#include <algorithm>

#include "aws/json.h"
#include "recorder/transcript/jcs.h"

namespace stunt::recorder {
namespace {

bool needs_no_escape(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

void append_json_string(std::string_view text, std::string& out) {
  if (std::all_of(text.begin(), text.end(), needs_no_escape)) {
    out.push_back('"');
    out.append(text).push_back('"');
  } else {
    out.append(plain_json(aws::Json(text)));
  }
}

void JsonWriter::name(std::string_view name) {
  separate();
  append_json_string(name, out_);
  out_.push_back(':');
  comma_ = false;
}

void JsonWriter::value(std::string_view text) {
  separate();
  append_json_string(text, out_);
}

void JsonWriter::value(double number) { raw(plain_json(json_number(number))); }

void JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
}

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  comma_ = true;
}

void JsonWriter::separate() {
  if (comma_) out_.push_back(',');
  comma_ = true;
}

}  // namespace stunt::recorder
