// Processes that train one network together (data parallel): each learns from its part of every batch, and sums over
// all of them make it one training, with the same loss as one process with the whole batch. Through c10d with Gloo.
// Includes torch: only core/neural/torch sources may include this header.
#pragma once

#include <torch/torch.h>

#include <memory>
#include <string>

#include "core/base/Error.h"

namespace sketchwalk::neural {

class Peers {
  public:
    virtual ~Peers() = default;
    int count() const { return m_count; }
    int rank() const { return m_rank; }

    // The sum over all processes, in place; waits for them. Throws where one is gone.
    virtual void sum(torch::Tensor& tensor) const = 0;
    // The same as a step that gradients flow back through.
    torch::Tensor summed(const torch::Tensor& tensor) const;
    // Of every gradient, the mean over all processes.
    void meanGradients(const std::vector<torch::Tensor>& parameters) const;

    // Waits until `count` processes are there. meeting: HOST:PORT, where the process of rank 0 listens, or a file that
    // all of them can write. ErrorKind::usage where the meeting or the rank is impossible, ErrorKind::resource where
    // the others do not come, or where this program was built without Gloo.
    static Result<std::shared_ptr<const Peers>> meet(const std::string& meeting, int rank, int count);

  protected:
    Peers(int rank, int count) : m_count(count), m_rank(rank) {}

  private:
    int m_count, m_rank;
};

// Batch normalisation (Ioffe and Szegedy, 2015) with the moments of all processes' batches, which have the same size.
// Without peers it is torch's own.
struct NormImpl : torch::nn::Module {
    explicit NormImpl(int64_t channels);
    torch::Tensor forward(const torch::Tensor& input);  // N x channels x ...
    torch::Tensor weight, bias, mean, variance;
    std::shared_ptr<const Peers> peers;  // may be empty
};
TORCH_MODULE(Norm);

}  // namespace sketchwalk::neural
