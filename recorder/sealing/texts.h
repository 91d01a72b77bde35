// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// A text of a line that a secret may be in, and its JSON Pointer in the line. Of the name of a
/// member it is that of its value, and "#" behind it. Seals in names do not count in pointers.
using EditText = std::function<void(const std::string& pointer, std::string& text)>;

/// Edits each of them in its place; those in bodies only with the first.
void edit_texts(ExchangeLine& line, const EditText& edit);
void edit_texts_around_bodies(ExchangeLine& line, const EditText& edit);

}  // namespace stunt::recorder
