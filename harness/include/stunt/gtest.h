// SPDX-License-Identifier: MIT
#pragma once

// All of stunt for tests with GoogleTest: docs/gtest.md.
#include "stunt/match.h"
#include "stunt/mock_handler.h"
#include "stunt/scenario_suite.h"
#include "stunt/server.h"
#include "stunt/test.h"
