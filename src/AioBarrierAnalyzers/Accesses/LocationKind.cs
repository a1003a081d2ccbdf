namespace AioBarrierAnalyzers.Accesses;

/// <summary>What a <see cref="MemoryLocation"/> is.</summary>
internal enum LocationKind : byte
{
    /// <summary>A field or auto-property, instance or static, of a class or of a struct.</summary>
    Field,

    /// <summary>Any element of the array, span or inline buffer that the owner holds.</summary>
    Element,

    /// <summary>What the pointer or reference that the owner holds points to.</summary>
    Pointee,

    /// <summary>What a collection that the owner holds contains.</summary>
    Content,

    /// <summary>A local or parameter that a lambda captures.</summary>
    Local,

    /// <summary>The handlers of an event that the compiler keeps: its accessors change them atomically, and may leave null.</summary>
    Handlers,

    /// <summary>The object itself; only as the identity of a lock.</summary>
    This,
}
