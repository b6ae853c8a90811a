#include "core/neural/Backend.h"

#include <dlfcn.h>

#include <cstdlib>

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModule = "libsketchwalk_torch.so";

// Beside the installed program, or where it was built.
fs::path modulePath() {
    std::error_code ignored;
    const fs::path installed =
        fs::read_symlink("/proc/self/exe", ignored).parent_path() / "../lib/sketchwalk" / kModule;
    if (fs::exists(installed, ignored)) return installed;
    return fs::path(SKETCHWALK_TORCH_FOLDER) / kModule;
}

Result<const Backend*> load() {
    const fs::path path = modulePath();
    // OpenMP's threads that wait must sleep: where they spin, a busy machine runs a network a hundred times slower.
    // Read once, when the module brings OpenMP along.
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    const auto wrong = [&] {
        const char* why = ::dlerror();
        return fail(ErrorKind::resource, "The part of the program that runs networks cannot be loaded (" +
                                             std::string(why ? why : path.c_str()) + "). Install libtorch.");
    };
    void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!module) return wrong();
    // Nor does OpenBLAS, where that is the BLAS, need threads of its own: what it is given is small. It may have been
    // there before the module, and does not read the environment again.
    if (void* set = ::dlsym(module, "openblas_set_num_threads")) reinterpret_cast<void (*)(int)>(set)(1);
    ::dlerror();
    void* found = ::dlsym(module, "sketchwalkTorchBackend");
    if (!found) return wrong();
    return static_cast<const Backend*>(found);
}

}  // namespace

Result<const Backend*> backend() {
    static const Result<const Backend*> loaded = load();
    return loaded;
}

Result<TrainingResult> trainRecogniser(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                                       const std::function<void(const TrainingProgress&)>& tell) {
    const auto torch = backend();
    if (!torch) return tl::make_unexpected(torch.error());
    return (*torch)->trainRecogniser(plan, lesson, job, tell);
}

Result<DenseTrained> trainDense(const DensePlan& plan, const Job& job) {
    const auto torch = backend();
    if (!torch) return tl::make_unexpected(torch.error());
    return (*torch)->trainDense(plan, job);
}

}  // namespace sketchwalk::neural
