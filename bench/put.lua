-- SPDX-License-Identifier: MIT
-- PutSecretValue on 10,000 secrets in turns, each time with another value (measure.py makes them).
dofile(debug.getinfo(1).source:match("@(.*/)") .. "request.lua")

local turn = 0
local headers = {
  ["X-Amz-Target"] = "secretsmanager.PutSecretValue",
  ["Content-Type"] = "application/x-amz-json-1.1",
}

function request()
  turn = turn + 1
  local body = string.format('{"SecretId": "many/%d", "SecretString": "value %d"}',
    turn % 10000, turn)
  return wrk.format("POST", "/", headers, body)
end
