using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A run of statements that can be added to: a block, a section of a switch, a program's top level.</summary>
internal sealed class StatementList
{
    private StatementList(SyntaxNode owner, IEnumerable<StatementSyntax> statements)
    {
        Owner = owner;
        Statements = statements.ToImmutableArray();
    }

    public SyntaxNode Owner { get; }

    public ImmutableArray<StatementSyntax> Statements { get; }

    /// <summary>The list that a statement is directly in.</summary>
    public static StatementList? Around(StatementSyntax statement)
    {
        switch (statement.Parent)
        {
            case BlockSyntax block:
                return new StatementList(block, block.Statements);
            case SwitchSectionSyntax section:
                return new StatementList(section, section.Statements);
            case GlobalStatementSyntax { Parent: CompilationUnitSyntax unit }:
                return new StatementList(unit, unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement));
            default:
                return null;
        }
    }

    public int IndexOf(StatementSyntax statement) => Statements.IndexOf(statement);

    /// <summary>The statement of this list that a node is in, or null.</summary>
    public StatementSyntax? Containing(SyntaxNode node) => Statements.FirstOrDefault(statement => statement.Span.Contains(node.Span));

    public SyntaxNode ReplaceIn(SyntaxNode root, IEnumerable<StatementSyntax> statements) => root.ReplaceNode(Owner, With(statements));

    public SyntaxNode With(IEnumerable<StatementSyntax> statements)
    {
        switch (Owner)
        {
            case BlockSyntax block:
                return block.WithStatements(SyntaxFactory.List(statements));
            case SwitchSectionSyntax section:
                return section.WithStatements(SyntaxFactory.List(statements));
            default:
                // Top-level statements stand in one run, before the types.
                var unit = (CompilationUnitSyntax)Owner;
                return unit.WithMembers(SyntaxFactory.List(
                    statements.Select(statement => (MemberDeclarationSyntax)SyntaxFactory.GlobalStatement(statement))
                        .Concat(unit.Members.Where(member => member is not GlobalStatementSyntax))));
        }
    }
}
