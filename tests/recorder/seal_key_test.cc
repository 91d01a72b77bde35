// SPDX-License-Identifier: MIT
#include "recorder/sealing/seal_key.h"

#include <fstream>

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "recorder/sealing/aes_gcm.h"
#include "recorder/sealing/hkdf.h"
#include "tape.h"

namespace stunt::recorder {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::string bytes(std::string_view hex) {
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    text.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return text;
}

std::string counted(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) text.push_back(static_cast<char>(i));
  return text;
}

TEST(Hkdf, DerivesWhatRfc5869Says) {
  EXPECT_EQ(
      hkdf_sha256(std::string(22, '\x0b'), counted(0, 0x0c), counted(0xf0, 0xf9), 42),
      bytes("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b8871858"
            "65"));
  EXPECT_EQ(hkdf_sha256(counted(0, 0x4f), counted(0x60, 0xaf), counted(0xb0, 0xff), 82),
            bytes("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac78272"
                  "71cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f"
                  "1d87"));
  EXPECT_EQ(hkdf_sha256(std::string(22, '\x0b'), "", "", 42),
            bytes("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a"
                  "96c8"));
}

struct GcmCase {
  std::string key, nonce, text, bound, sealed;
};

/// Cases 13, 14 and 16 of what GCM's authors gave NIST.
std::vector<GcmCase> gcm_cases() {
  const std::string zeros(32, '\0'), nonce(12, '\0');
  const auto key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
  return {{zeros, nonce, "", "", bytes("530f8afbc74536b9a963b4f1c4cb738b")},
          {zeros, nonce, std::string(16, '\0'), "",
           bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")},
          {key, bytes("cafebabefacedbaddecaf888"),
           bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c9595680953"
                 "2fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
           bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
           bytes("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3d"
                 "a7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b")}};
}

TEST(AesGcm, SealsAndOpensWhatItsAuthorsSay) {
  for (const auto& [key, nonce, text, bound, sealed] : gcm_cases()) {
    EXPECT_EQ(AesGcm::seal(key, nonce, text, bound), sealed);
    EXPECT_EQ(AesGcm::open(key, nonce, sealed, bound), text);
  }
}

TEST(AesGcm, OpensNothingOfWhichABitWasChanged) {
  const auto [key, nonce, text, bound, sealed] = gcm_cases().back();
  for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
    auto changed = sealed;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << (i % 8)));
    EXPECT_FALSE(AesGcm::open(key, nonce, changed, bound)) << i;
  }
  EXPECT_FALSE(AesGcm::open(key, nonce, sealed, "another"));
  EXPECT_FALSE(AesGcm::open(key, nonce, sealed.substr(0, 15), bound));
}

const std::string kMaterial(32, 'm');
const SealPlace kPlace{"file", 3, "/req/json/SecretString", 0};

TEST(SealKey, OpensWhatItSealed) {
  const SealKey key(kMaterial);
  for (const auto& value : {std::string(), std::string("hunter22"), std::string(100'000, '\xff')}) {
    const auto seal = key.seal(kPlace, value);
    EXPECT_EQ(seal.find_first_of("+/={}\""), std::string::npos);
    EXPECT_EQ(key.open(kPlace, seal), value);
  }
}

TEST(SealKey, SealsTheSameToTheSameAndAllElseToAnother) {
  const SealKey key(kMaterial);
  const auto seal = key.seal(kPlace, "hunter22");
  EXPECT_EQ(SealKey(kMaterial).seal(kPlace, "hunter22"), seal);
  // The nonce comes first: 12 bytes, 16 digits.
  const auto nonce = [](const std::string& text) { return text.substr(0, 16); };
  const SealPlace other_seq{"file", 4, "/req/json/SecretString", 0};
  const SealPlace other_file{"other", 3, "/req/json/SecretString", 0};
  const SealPlace other_pointer{"file", 3, "/res/json/SecretString", 0};
  const SealPlace other_index{"file", 3, "/req/json/SecretString", 1};
  for (const auto& place : {other_seq, other_file, other_pointer, other_index}) {
    EXPECT_NE(nonce(key.seal(place, "hunter22")), nonce(seal));
    EXPECT_FALSE(key.open(place, seal));
  }
  EXPECT_NE(nonce(key.seal(kPlace, "hunter23")), nonce(seal));
  const SealKey other(std::string(32, 'n'));
  EXPECT_NE(nonce(other.seal(kPlace, "hunter22")), nonce(seal));
  EXPECT_FALSE(other.open(kPlace, seal));
}

TEST(SealKey, HasAnIdThatTellsKeysApartAndNotWhatTheyAre) {
  const SealKey key(kMaterial), other(std::string(32, 'n'));
  EXPECT_EQ(key.id(), SealKey(kMaterial).id());
  EXPECT_NE(key.id(), other.id());
  EXPECT_EQ(key.id().size(), 16u);
  EXPECT_EQ(key.id().find_first_not_of("0123456789abcdef"), std::string::npos);
}

TEST(SealKey, RefusesLessThan32Bytes) {
  EXPECT_THAT([] { SealKey(std::string(31, 'm')); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("at least 32 bytes, this has 31")));
}

class KeyFileTest : public testing::Test {
 protected:
  ~KeyFileTest() override { std::filesystem::remove(path_); }
  const std::filesystem::path path_ = test::fresh_path(".key");
};

TEST_F(KeyFileTest, IsMadeForItsOwnerOnlyAndNeverTwice) {
  const auto key = make_key_file(path_);
  struct stat status {};
  ASSERT_EQ(::stat(path_.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  const auto read = read_key_file(path_);
  EXPECT_EQ(read.key.id(), key.id());
  EXPECT_FALSE(read.exposed);
  EXPECT_THAT([&] { make_key_file(path_); },
              ThrowsMessage<std::runtime_error>(HasSubstr(path_.string())));
}

TEST_F(KeyFileTest, IsTheSameWithALineEndOrWithout) {
  std::ofstream(path_) << kMaterial << "\r\n";
  EXPECT_EQ(read_key_file(path_).key.id(), SealKey(kMaterial).id());
}

TEST_F(KeyFileTest, IsExposedIfOthersMayReadIt) {
  make_key_file(path_);
  for (const auto mode : {0640, 0604}) {
    ASSERT_EQ(::chmod(path_.c_str(), mode), 0);
    EXPECT_TRUE(read_key_file(path_).exposed);
  }
}

TEST_F(KeyFileTest, SaysWhatIsWrongWithIt) {
  EXPECT_THAT([&] { read_key_file(path_); },
              ThrowsMessage<std::runtime_error>(HasSubstr("No such file")));
  std::ofstream(path_) << "too short";
  EXPECT_THAT([&] { read_key_file(path_); },
              ThrowsMessage<std::invalid_argument>(
                  testing::AllOf(HasSubstr(path_.string()), HasSubstr("stunt key new"),
                                 testing::Not(HasSubstr("too short")))));
}

}  // namespace
}  // namespace stunt::recorder
