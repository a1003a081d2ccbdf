using System;

namespace AioBarrierAnalyzers.MemoryModel;

/// <summary>
/// The reorderings that an action forbids: of X then Y in program order, the pair is named after what X and Y are (memory-model.md section 1). Only
/// <see cref="Full"/> contains <see cref="StoreLoad"/>.
/// </summary>
[Flags]
internal enum Ordering : byte
{
    /// <summary>No promise beyond what a single thread can see of itself.</summary>
    None = 0,

    /// <summary>A load, then a load.</summary>
    LoadLoad = 1,

    /// <summary>A load, then a store.</summary>
    LoadStore = 2,

    /// <summary>A store, then a load: what a store buffer breaks.</summary>
    StoreLoad = 4,

    /// <summary>A store, then a store.</summary>
    StoreStore = 8,

    /// <summary>All four.</summary>
    Full = LoadLoad | LoadStore | StoreLoad | StoreStore,
}
