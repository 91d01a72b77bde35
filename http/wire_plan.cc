// SPDX-License-Identifier: MIT
#include "http/wire_plan.h"

#include <algorithm>

namespace stunt::http {
namespace {

/// A rate is kept by pieces at this distance, or of one byte where that would be less.
constexpr std::uint64_t kTicksPerSecond = 50;
constexpr std::uint64_t kMicrosPerSecond = 1'000'000;

std::size_t told_length(std::size_t true_length, std::int64_t error) {
  if (error >= 0) return true_length + static_cast<std::size_t>(error);
  const auto less = static_cast<std::size_t>(-(error + 1)) + 1;
  return true_length - std::min(true_length, less);
}

std::size_t body_pieces(const Wire& wire, std::size_t size) {
  if (wire.pieces > 0) return std::min(wire.pieces, size);
  if (wire.bytes_per_second == 0) return std::min<std::size_t>(1, size);
  const auto at_once = std::max<std::uint64_t>(1, wire.bytes_per_second / kTicksPerSecond);
  return (size + at_once - 1) / at_once;
}

/// total · part / whole, rounded down, where total · part may be more than an integer holds.
std::uint64_t share(std::uint64_t total, std::uint64_t part, std::uint64_t whole) {
  return total / whole * part + total % whole * part / whole;
}

Wire::End end_of(const Wire& wire) {
  const bool keeps = wire.end == Wire::End::usual || wire.end == Wire::End::reset_at_next;
  return wire.silent && keeps ? Wire::End::close : wire.end;
}

}  // namespace

WirePlan::WirePlan(const Reply& reply, const Framing& framing, const Wire& wire)
    : end_(http::end_of(wire)), whole_(!wire.silent) {
  if (wire.silent) return;
  const auto all = framing.head_only ? 0 : reply.body.size();
  const auto sent = std::min(all, wire.body_bytes.value_or(all));
  whole_ = sent == all;
  bytes_.reserve(256 + sent);
  append_head(bytes_, reply, framing, told_length(reply.body.size(), wire.length_error));
  const auto head = bytes_.size();
  bytes_.append(reply.body, 0, sent);

  const bool head_paced = wire.head_over > world::Duration(0);
  const bool body_paced =
      wire.pieces > 0 || wire.body_over > world::Duration(0) || wire.bytes_per_second > 0;
  if (!head_paced && !body_paced) {
    head_ = {0, bytes_.size(), 1, {}, {}, 0};
    return;
  }
  head_ = {0, head, head_paced ? head : 1, {}, wire.head_over, 0};
  body_ = {head,           sent,           body_pieces(wire, sent),
           wire.head_over, wire.body_over, wire.bytes_per_second};
}

std::size_t WirePlan::Stretch::end_of(std::size_t piece) const {
  return begin + share(size, piece + 1, pieces);
}

world::Duration WirePlan::Stretch::time_of(std::size_t piece) const {
  const auto even = share(static_cast<std::uint64_t>(std::max(over, world::Duration(0)).count()),
                          piece + 1, pieces);
  const auto limited =
      bytes_per_second == 0 ? 0 : share(end_of(piece) - begin, kMicrosPerSecond, bytes_per_second);
  return from + world::Duration(std::max(even, limited));
}

WirePlan::Step WirePlan::step(std::size_t number) const {
  const bool in_head = number < head_.pieces;
  const auto& stretch = in_head ? head_ : body_;
  const auto piece = in_head ? number : number - head_.pieces;
  const auto begin = piece == 0 ? stretch.begin : stretch.end_of(piece - 1);
  const auto end = stretch.end_of(piece);
  return {std::string_view(bytes_).substr(begin, end - begin), stretch.time_of(piece)};
}

Delivery::End WirePlan::delivery() const {
  switch (end_) {
    case Wire::End::reset:
      return Delivery::End::reset;
    case Wire::End::hang:
      return Delivery::End::timed_out;
    case Wire::End::close:
      return whole_ ? Delivery::End::sent : Delivery::End::closed;
    case Wire::End::usual:
    case Wire::End::reset_at_next:
      break;
  }
  return Delivery::End::sent;
}

}  // namespace stunt::http
