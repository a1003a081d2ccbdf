using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>An array that is read before the number that says how much of it there is.</summary>
internal sealed class EarlyArray
{
    public EarlyArray(MemberEvent array, MemberEvent number, MemberEvent growth)
    {
        Array = array;
        Number = number;
        Growth = growth;
    }

    /// <summary>The read of the field that holds the array.</summary>
    public MemberEvent Array { get; }

    /// <summary>The read of the number, behind it.</summary>
    public MemberEvent Number { get; }

    /// <summary>Another member's store of a number for which it has put a longer array there before.</summary>
    public MemberEvent Growth { get; }
}
