#pragma once

// The command line is read with CLI11; only app/ includes this.
#include <CLI/CLI.hpp>
