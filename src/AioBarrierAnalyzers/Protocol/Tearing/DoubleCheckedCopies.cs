using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Tells a value that is looked at without the lock, and then again and stored under it: who checks twice expects others to be here, and one of them may be
/// half done with the store that the first look sees. For a reference or a flag that is the well-known idiom; a wide value has no such look. Who goes on to
/// use the value without the lock may be the only one who stores it; of one that is null at first that says nothing.
/// </summary>
internal static class DoubleCheckedCopies
{
    public static bool AreApart(MemberEvent load, MemberEvent store, ProtocolContext context) =>
        load.Member == store.Member && load.Member.Kind == MemberKind.Ordinary && load.Event.Locks is { IsEmpty: true, HasUnknown: false } &&
        (load.Event.Frame == store.Event.Frame || context.Guards.Of(load).Count > 0) && !IsUsedBehind(store) && store.Event.Locks.Locks.Any(
            l => !l.IsShared && LockObjects.MayExclude(l.Location, context.World) && LockObjects.IsAtHome(l.Location, store) &&
                IsCheckedAgain(load, store, l.Location));

    private static bool IsUsedBehind(MemberEvent store) => !WideValues.IsNullable(PathFactory.TypeOf(store.Location.Symbol)) && store.Member.Accesses.Any(
        a => a.Event.Reads && a.Event.Locks.IsEmpty && a.Location.Overlaps(store.Location) && store.Member.Search.Reaches(store.Event.Node, a.Event.Node));

    private static bool IsCheckedAgain(MemberEvent load, MemberEvent store, MemoryLocation @lock) => load.Member.Accesses.Any(
        again => again.Event.Reads && again.Location.Overlaps(load.Location) && again.Event.Locks.Find(@lock) is not null &&
            load.Member.Search.Reaches(load.Event.Node, again.Event.Node) && load.Member.Search.Reaches(again.Event.Node, store.Event.Node) &&
            CriticalSections.AreOne(again, store, @lock));
}
