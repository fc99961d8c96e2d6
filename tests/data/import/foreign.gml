# made elsewhere
Creator "somebody"
graph
[
  directed 0
  node [ id 1 label "River &amp; Front" graphics [ x 1.0 y 2.0 fill "#FF0000" ] ]
  node [ id 2 label "Hill &#201;lan" ]
  node [ id 3 ]
  edge [ source 1 target 2 value 2.5 type "pact" ]
  edge [ source 2 target 3 weight -1 ]
  edge [ source 3 target 7 ]
]
