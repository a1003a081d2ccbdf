namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>One identifier in a member, as far as tokens tell what is done to it and under which lock.</summary>
internal readonly struct LockedUse
{
    public LockedUse(string name, LockedRegions.Region? region, bool isLater, bool isChange, bool isOfAnother, bool isHandedOut)
    {
        Name = name;
        Region = region;
        IsLater = isLater;
        IsChange = isChange;
        IsOfAnother = isOfAnother;
        IsHandedOut = isHandedOut;
    }

    public string Name { get; }

    /// <summary>The part of the member with a lock that it is in; null where there is none.</summary>
    public LockedRegions.Region? Region { get; }

    /// <summary>Not done by the member itself, but by code that it leaves behind.</summary>
    public bool IsLater { get; }

    /// <summary>It is assigned, or changed by a member whose name says so.</summary>
    public bool IsChange { get; }

    /// <summary>Reached through a variable: perhaps a part of an object of another type.</summary>
    public bool IsOfAnother { get; }

    /// <summary>It is returned, or something that is read from it later.</summary>
    public bool IsHandedOut { get; }
}
