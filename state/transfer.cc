// SPDX-License-Identifier: MIT
#include "state/transfer.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "input/problem.h"
#include "state/document.h"

namespace stunt::state {
namespace {

constexpr std::string_view kMark = "\"stuntState\"";
constexpr std::int64_t kFormat = 1;

std::string dump(const aws::Json& json) {
  return json.dump(-1, ' ', false, aws::Json::error_handler_t::replace);
}

std::string bytes_of(const std::filesystem::path& path, input::Problems& problems) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) problems.add("cannot be read: " + std::generic_category().message(errno));
  problems.throw_if_any();
  return {std::istreambuf_iterator<char>(stream), {}};
}

input::Position position(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte > 0 ? byte - 1 : 0);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto column = before.size() - (before.rfind('\n') + 1) + 1;  // npos + 1 is 0
  return {static_cast<int>(line), static_cast<int>(column)};
}

class Export {
 public:
  Export(std::ostream& out, Values values) : out_(out), values_(values) {
    out << "{" << kMark << ": " << kFormat << ", \"values\": \""
        << (values == Values::revealed ? "revealed" : "omitted") << "\", \"secrets\": [";
  }

  void add(const emulator::Place& place, const emulator::Secret& secret) {
    aws::Json entry = {{"region", place.region}, {"account", place.account}};
    entry.update(document_of(secret, [this](const emulator::SecretValue& value) {
      return values_ == Values::revealed ? revealed(value) : aws::Json("omitted");
    }));
    out_ << std::exchange(between_, ",\n") << dump(entry);
  }

  void end() { out_ << "\n]}\n"; }

 private:
  std::ostream& out_;
  const Values values_;
  const char* between_ = "\n";
};

class Import {
 public:
  Import(emulator::Vault& vault, world::Instant now, input::Problems& problems)
      : vault_(vault), now_(now), problems_(problems) {}

  /// Secrets are taken as they are read, and not kept as JSON.
  Loaded run(const std::string& text) {
    try {
      const auto rest = aws::Json::parse(
          text, [this](int depth, aws::Json::parse_event_t event, aws::Json& parsed) {
            const bool is_secret = depth == 2 && event == aws::Json::parse_event_t::object_end;
            if (is_secret) take(parsed);
            return !is_secret;
          });
      check(rest);
    } catch (const aws::Json::parse_error& error) {
      problems_.add(position(text, error.byte), "", "this is not JSON");
    }
    problems_.throw_if_any();
    if (!vault_.commit()) throw std::runtime_error("the secrets cannot be kept");
    return loaded_;
  }

 private:
  void check(const aws::Json& head) {
    const auto* format = aws::member(head, "stuntState");
    if (!format || *format != kFormat) {
      problems_.add({}, "/stuntState", "is no format that this stunt knows",
                    "it knows " + std::to_string(kFormat));
    } else if (omitted_) {
      problems_.add({}, "/values", "the values were left out", "export with --reveal");
    }
  }

  void take(const aws::Json& entry) {
    const auto pointer = "/secrets/" + std::to_string(read_++);
    try {
      const emulator::Place place{std::string(aws::text_member(entry, "region")),
                                  std::string(aws::text_member(entry, "account"))};
      if (place.region.empty() || place.account.empty()) throw std::runtime_error("no place");
      auto secret = read_document(entry, place, [this](const aws::Json& version) {
        omitted_ |= !aws::text_member(version, "value").empty();
        return omitted_ ? std::nullopt : read_revealed(version);
      });
      const auto opened = vault_.open();
      auto& shelf = opened.shelves.at(place);
      if (shelf.find(secret.name, now_)) {
        ++loaded_.there;
      } else {
        shelf.add(std::move(secret));
        ++loaded_.added;
      }
    } catch (const std::exception&) {
      // Its text may quote the file's.
      problems_.add({}, pointer, "is no secret as an export has it");
    }
  }

  emulator::Vault& vault_;
  const world::Instant now_;
  input::Problems& problems_;
  std::size_t read_ = 0;
  bool omitted_ = false;
  Loaded loaded_;
};

}  // namespace

void export_state(StateFile& file, std::ostream& out, Values values) {
  const auto places = file.places();
  Export writer(out, values);
  file.read([&](const Key& key, const emulator::Secret& secret) {
    writer.add(places.at(key.place), secret);
  });
  writer.end();
}

void export_stock(const emulator::Stock& stock, std::ostream& out, Values values) {
  Export writer(out, values);
  for (const auto& [place, secret] : stock) writer.add(place, secret);
  writer.end();
}

bool is_export(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  char c = 0;
  if (!(stream >> c) || c != '{') return false;
  std::string word;
  stream >> std::ws;
  while (word.size() < kMark.size() && stream.get(c)) word.push_back(c);
  return word == kMark;
}

Loaded import_state(const std::filesystem::path& path, emulator::Vault& vault, world::Instant now) {
  input::Problems problems(path.string());
  const auto text = bytes_of(path, problems);
  return Import(vault, now, problems).run(text);
}

Loaded import_text(const std::string& text, const std::string& name, emulator::Vault& vault,
                   world::Instant now) {
  input::Problems problems(name);
  return Import(vault, now, problems).run(text);
}

}  // namespace stunt::state
