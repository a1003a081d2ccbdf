using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>A record that is linked in before all of it is stored, and a reader that finds it by the link.</summary>
internal sealed class EarlyLink
{
    public EarlyLink(MemberEvent link, MemberEvent part, MemberEvent load, MemberEvent use)
    {
        Link = link;
        Part = part;
        Load = load;
        Use = use;
    }

    /// <summary>The store of the record's index.</summary>
    public MemberEvent Link { get; }

    /// <summary>The store to the record behind it.</summary>
    public MemberEvent Part { get; }

    /// <summary>The reader's load of the index.</summary>
    public MemberEvent Load { get; }

    /// <summary>What the reader reads of the record.</summary>
    public MemberEvent Use { get; }
}
