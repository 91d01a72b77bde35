// SPDX-License-Identifier: MIT
#include "recorder/leaks/hunt.h"

#include <algorithm>
#include <vector>

#include "aws/arn.h"
#include "http/ascii.h"
#include "input/fields.h"
#include "recorder/leaks/designs.h"
#include "recorder/leaks/kinds.h"
#include "recorder/redaction/json_text.h"
#include "recorder/redaction/pseudonym.h"
#include "recorder/redaction/redact_headers.h"
#include "recorder/redaction/sensitive_name.h"

namespace stunt::recorder {
namespace {

using aws::Json;

constexpr const char* kInTheClear = "a secret value in the clear";

/// Whether nothing of a secret value is left.
bool is_taken(const Json& value) {
  if (!value.is_string()) return value.is_null();
  const auto& text = value.get_ref<const std::string&>();
  if (read_token(text)) return true;
  const auto pieces = split_json(text);
  return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [](const JsonPiece& piece) {
    return piece.role != JsonPiece::Role::leaf ||
           (piece.text.front() == '"' && read_token(Json::parse(piece.text).get<std::string>()));
  });
}

std::string child(const std::string& pointer, std::string_view name) {
  return pointer + "/" + input::escape_token(name);
}

/// Hunts through one line.
class Line {
 public:
  Line(const Json& json, const SensitiveNames& sensitive, bool revealed,
       std::function<void(const std::string& pointer, const std::string& kind)> found)
      : json_(json),
        sensitive_(sensitive),
        revealed_(revealed),
        is_unknown_(!aws::member(json, "op")),
        found_(std::move(found)) {
    if (const auto* key = aws::member(json, "key")) {
      own_name_ = aws::secret_name(aws::text_member(*key, "secretId"));
    }
  }

  void hunt() {
    for (const auto& [name, value] : json_.items()) {
      if (name == "req" || name == "res" || name == "real") {
        message(value, "/" + name);
      } else {
        any(value, "/" + name, design_of_member(name));
      }
    }
  }

 private:
  void message(const Json& message, const std::string& pointer) {
    if (!message.is_object()) return;
    for (const auto& [name, value] : message.items()) {
      const auto place = child(pointer, name);
      if (name == "headers" && value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
          header(value[i], place + "/" + std::to_string(i));
        }
      } else if (name == "json") {
        body(value, place, {});
      } else {
        any(value, place, {});
      }
    }
  }

  void header(const Json& pair, const std::string& pointer) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
      return any(pair, pointer, {});
    }
    const auto name = http::lower(pair[0].get<std::string>());
    text(name, pointer + "/0", {});
    if (name == "x-amz-security-token" && pair[1] != kRedacted) {
      return found_(pointer + "/1", "an AWS session token");
    }
    text(pair[1].get<std::string>(), pointer + "/1", design_of_header(name));
  }

  /// A value of a body, under that design unless its own name says another.
  void body(const Json& value, const std::string& pointer, const Design& design) {
    if (value.is_object()) {
      for (const auto& [name, part] : value.items()) {
        const auto place = child(pointer, name);
        text(name, place, design);
        if (is_sensitive(name) && !revealed_ && !is_taken(part)) {
          found_(place, kInTheClear);
        } else {
          body(part, place, design_in_body(name));
        }
      }
    } else if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        body(value[i], pointer + "/" + std::to_string(i), design);
      }
    } else {
      any(value, pointer, design);
    }
  }

  /// Of an operation that nobody knows only names tell.
  bool is_sensitive(const std::string& name) const {
    return sensitive_.contains(name) || (is_unknown_ && is_sensitive_name(name));
  }

  void any(const Json& value, const std::string& pointer, const Design& design) {
    if (value.is_string()) return text(value.get_ref<const std::string&>(), pointer, design);
    if (!value.is_structured()) return;
    std::size_t i = 0;
    for (const auto& [name, part] : value.items()) {
      const auto place =
          value.is_array() ? pointer + "/" + std::to_string(i++) : child(pointer, name);
      if (value.is_object()) text(name, place, {.key_id = design.key_id, .random = true});
      any(part, place, name == "accessKeyId" ? Design{true, true} : design);
    }
  }

  void text(const std::string& text, const std::string& pointer, const Design& design) {
    for (const auto& kind : kinds_of_secrets(text, design, own_name_)) found_(pointer, kind);
  }

  const Json& json_;
  const SensitiveNames& sensitive_;
  const bool revealed_;
  const bool is_unknown_;
  const std::function<void(const std::string&, const std::string&)> found_;
  std::string own_name_;
};

}  // namespace

std::string to_string(const Leak& leak, const std::string& file) {
  auto text = file + ":" + std::to_string(leak.line) + ": ";
  if (leak.seq > 0) text += "seq " + std::to_string(leak.seq) + ": ";
  return text + leak.pointer + " holds " + leak.kind;
}

StreamEnd hunt_leaks(const std::filesystem::path& path, const aws::ServiceModel& service,
                     const std::function<void(const Leak&)>& found) {
  const auto sensitive = sensitive_names(service);
  bool revealed = false;
  const auto hunt = [&](const Json& json, std::size_t number) {
    const auto* seq = aws::member(json, "seq");
    const auto told_seq = seq && seq->is_number_unsigned() ? seq->get<std::uint64_t>() : 0;
    if (number == 1) {
      const auto* redaction = aws::member(json, "redaction");
      revealed = redaction && aws::text_member(*redaction, "style") == "none";
      if (revealed) found({number, 0, "/redaction/style", "none: secrets stand in the clear"});
    }
    Line(json, sensitive, revealed, [&](const std::string& pointer, const std::string& kind) {
      found({number, told_seq, pointer, kind});
    }).hunt();
  };
  return stream_transcript(path, {[](const Header&) {}, [](const ExchangeLine&) {}, hunt});
}

}  // namespace stunt::recorder
