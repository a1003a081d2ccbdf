using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Where nullable references are on, compilers that know <c>System.Threading.Lock</c> give a graph without the taking and giving back of such a lock:
/// an invalid operation stands at the head of the statement, and its body follows bare. Here the syntax says where the lock is held.
/// </summary>
internal sealed class BareLocks
{
    private readonly MemberWalk _walk;

    public BareLocks(MemberWalk walk) => _walk = walk;

    /// <summary>The lock that a bare lock statement takes; null where the operation is none.</summary>
    public static IOperation? TakenBy(IOperation operation) =>
        operation is IExpressionStatementOperation { Syntax: LockStatementSyntax, Operation: IInvalidOperation invalid }
            ? invalid.ChildOperations.FirstOrDefault()
            : null;

    /// <summary>Holds a lock until the walk has left its statement.</summary>
    public void Open(SyntaxNode statement, MemoryLocation? taken)
    {
        if (taken is not null)
            _walk.State = _walk.State.WithOpen(_walk.State.Open.Push(new Held(statement, taken, _walk.Activation)));
    }

    /// <summary>Gives back the locks whose statements do not contain what comes next in the current body; null where the body returns.</summary>
    public void CloseBefore(IOperation? next)
    {
        while (!_walk.State.Open.IsEmpty && _walk.State.Open.Peek() is var held && held.Activation == _walk.Activation && _walk.Current >= 0 &&
            (next is null || !held.Statement.Span.Contains(next.Syntax.Span)))
        {
            _walk.Emit(EventKind.LockExit, MemoryModel.MemoryAction.LockExit, held.Activation.Graph.OriginalOperation);
            _walk.State = _walk.State.WithOpen(_walk.State.Open.Pop()).With(_walk.State.Locks.Remove(held.Lock));
        }
    }

    /// <summary>A lock that is held within a statement.</summary>
    internal sealed class Held
    {
        public Held(SyntaxNode statement, MemoryLocation @lock, Activation activation)
        {
            Statement = statement;
            Lock = @lock;
            Activation = activation;
        }

        public SyntaxNode Statement { get; }

        public MemoryLocation Lock { get; }

        public Activation Activation { get; }
    }
}
