// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <utility>

namespace stunt::emulator {

/// A value that may be absent, and then costs no more than a pointer: for what few secrets have.
/// Copies are copies of the value.
template <typename T>
class Boxed {
 public:
  Boxed() = default;
  Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {}
  Boxed(const Boxed& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
  Boxed(Boxed&&) = default;
  Boxed& operator=(Boxed other) {
    value_ = std::move(other.value_);
    return *this;
  }

  explicit operator bool() const { return value_ != nullptr; }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }

  void reset() { value_.reset(); }

 private:
  std::unique_ptr<T> value_;
};

}  // namespace stunt::emulator
