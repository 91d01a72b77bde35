// SPDX-License-Identifier: MIT
#include "input/document.h"

#include <sstream>

#include <yaml-cpp/parser.h>

#include "input/source_text.h"
#include "input/syntax.h"
#include "input/tree_builder.h"

namespace stunt::input {
namespace {

/// What a file may say of itself, if it does at all.
constexpr std::string_view kDirective = "%YAML", kVersion = "%YAML 1.2";

/// yaml-cpp takes a quoted text that the end of the file cuts off for whole. The end of a document
/// inside of quotes is an error to it, so one is put there.
constexpr const char* kEndOfDocument = "\n...\n";

}  // namespace

std::optional<Document> parse_document(std::string_view text, Problems& problems,
                                       std::size_t most_bytes) {
  const auto source = SourceText::check(text, problems, most_bytes);
  if (!source) return std::nullopt;
  if (source->text().starts_with(kDirective) && !source->text().starts_with(kVersion)) {
    problems.add({1, 1}, "", "this is read as YAML 1.2", "remove the line");
  }
  Problems found(problems.file());
  TreeBuilder builder(*source, found);
  try {
    std::istringstream stream(source->text() + kEndOfDocument);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& error) {
    // What was found so far may come of the same mistake.
    explain(error, *source, builder.innermost_open(), problems);
    return std::nullopt;
  } catch (const TreeBuilder::Stop&) {
    problems.add(found);
    return std::nullopt;
  }
  problems.add(found);
  auto document = builder.take();
  const bool nothing =
      !document || (document->root().scalar.kind == Kind::null && document->root().text.empty());
  if (nothing) {
    problems.add("is empty", "");
    return std::nullopt;
  }
  return document;
}

Document read_document(const std::filesystem::path& path) {
  Problems problems(path.string());
  std::optional<Document> document;
  if (const auto text = read_text(path, problems)) document = parse_document(*text, problems);
  problems.throw_if_any();
  return std::move(*document);
}

}  // namespace stunt::input
