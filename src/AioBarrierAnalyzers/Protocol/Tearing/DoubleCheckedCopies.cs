using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Tells a value that is looked at without the lock, and then again and stored under it: who checks twice expects others to be here, and one of them may be
/// half done with the store that the first look sees. For a reference or a flag that is the well-known idiom; a wide value has no such look.
/// </summary>
internal static class DoubleCheckedCopies
{
    public static bool AreApart(MemberEvent load, MemberEvent store, ProtocolContext context) =>
        load.Member == store.Member && load.Member.Kind == MemberKind.Ordinary && load.Event.Locks is { IsEmpty: true, HasUnknown: false } &&
        store.Event.Locks.Locks.Any(l => !l.IsShared && LockObjects.MayExclude(l.Location, context.World) && LockObjects.IsAtHome(l.Location, store) &&
            IsCheckedAgain(load, store, l.Location));

    private static bool IsCheckedAgain(MemberEvent load, MemberEvent store, MemoryLocation @lock) => load.Member.Accesses.Any(
        again => again.Event.Reads && again.Location.Overlaps(load.Location) && again.Event.Locks.Find(@lock) is not null &&
            load.Member.Search.Reaches(load.Event.Node, again.Event.Node) && load.Member.Search.Reaches(again.Event.Node, store.Event.Node) &&
            CriticalSections.AreOne(again, store, @lock));
}
