// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

namespace stunt::emulator {

/// What AWS allows per secret, or per account and Region. Lengths of single members are not here:
/// they are constraints of the service model.

constexpr std::size_t kValueBytes = 65536;  ///< of a secret value, as UTF-8 or raw
constexpr std::size_t kTagsPerSecret = 50;
constexpr std::size_t kLabelsPerSecret = 20;
constexpr std::size_t kSecretsPerShelf = 500'000;

/// Of versions without labels this many are kept, and those that are too young to be removed.
constexpr std::size_t kUnlabelledVersions = 100;
constexpr std::chrono::hours kYoungVersion{24};

/// AWS refuses more versions than some number that is not known; one write every ten minutes (144
/// in the 24 hours in which none is removed) is documented to be fine.
constexpr std::size_t kVersionsPerSecret = 1000;

constexpr std::chrono::days kRecoveryWindow{30};
constexpr std::chrono::days kShortestRecoveryWindow{7};
constexpr std::chrono::days kLongestRecoveryWindow{30};

// Rotation.
constexpr std::chrono::hours kShortestRotation{4};
constexpr std::chrono::days kLongestRotation{999};  ///< of a rate; AutomaticallyAfterDays has 1000
constexpr std::chrono::hours kHourlyWindow{1};  ///< of a schedule in hours, unless a call says so

/// How often a rotation that failed is tried before it waits for the next window, and how long it
/// waits between two tries. That there are several tries is known, the numbers are not.
constexpr int kRotationTries = 5;
constexpr std::chrono::minutes kRotationRetryGap{15};

/// A page of ListSecrets ends here also when it is not full: AWS documents that it does so, not
/// when. Who has fewer secrets never sees it.
constexpr std::size_t kSecretsPerSearch = 100'000;

// Entries on a page, unless the call says otherwise.
constexpr std::size_t kPageSize = 100;  ///< of ListSecrets and ListSecretVersionIds
constexpr std::size_t kBatchSize = 20;  ///< of BatchGetSecretValue

}  // namespace stunt::emulator
