#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace casewright {

/// Calls work(0) to work(count - 1), each once, where it pays on as many threads as there are processors, and comes back when
/// all are done. What one of them throws, this throws. The calls may not touch each other's results.
template <class Work>
void side_by_side(std::size_t count, bool pays, const Work& work) {
  const std::size_t threads = pays ? std::min<std::size_t>(count, std::max(1u, std::thread::hardware_concurrency())) : 1;
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t at = next++; at < count; at = next++) work(at);
  };
  std::vector<std::future<void>> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.push_back(std::async(std::launch::async, run));
  run();
  for (std::future<void>& each : others) each.get();
}

}  // namespace casewright
